"""Whether everything is in order here, and what to do where it is not."""
