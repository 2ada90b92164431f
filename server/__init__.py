"""Tsunagari: a real-time networking and matchmaking server."""
