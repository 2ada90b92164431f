"""What people can talk about: topics with labels in seven languages, read through
`matching.taxonomy`.

Nothing is imported here: a planner that only compares ids need not load any labels.
"""
