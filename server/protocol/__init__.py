"""The wire: every message there is, decoded and validated in one step. See README.md."""
