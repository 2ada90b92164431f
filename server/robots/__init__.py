"""Simulated attendees: for practice, for load, and for tests. Only through the public client."""
