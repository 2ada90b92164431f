"""Checkup: whether people out there can get in, looked at from this machine before an evening."""
