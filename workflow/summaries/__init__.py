"""Summaries, their files, and the workspace that holds them."""
