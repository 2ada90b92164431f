"""What is true and what may happen. Pure: values and `now` come in, effects come out."""
