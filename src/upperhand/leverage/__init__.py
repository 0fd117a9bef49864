"""Who loses more without a deal."""
