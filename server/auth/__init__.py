"""Who is it: signed links and the secret behind them."""
