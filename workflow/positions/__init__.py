"""From a `Report` to attributions (`attribution`) and suggestions (`suggesting`)."""
