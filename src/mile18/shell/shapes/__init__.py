"""The shapes of what `--json` prints, one class an object."""
