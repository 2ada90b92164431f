"""What people can talk about: topics with labels in seven languages, how near two are, and how
free text finds them.

Nothing is imported here: a planner that only compares ids need not load any labels.
"""
