"""Cities, countries and zones by name, read from well-kept data when first asked for."""
