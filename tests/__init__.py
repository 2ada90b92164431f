"""What must hold. `python3 -m tests` runs all of it; README.md says how."""
