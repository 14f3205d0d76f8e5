"""Words found again in all summaries, positions and reports of a workspace."""
