"""Fictional meetings for the demo and the tests."""
