"""Sets up a fresh checkout: `.venv`, the locked packages, the front-end packages.

Rule: standard library only, since nothing else is there yet when this runs.
"""
