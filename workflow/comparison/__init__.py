"""What changed between meetings."""
