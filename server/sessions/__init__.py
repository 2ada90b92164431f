"""One browser connection: tokens in, messages both ways, losses survived."""
