"""Shell around the pure machines: load, decide, save, send. One noun each."""
