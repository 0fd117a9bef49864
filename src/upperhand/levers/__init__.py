"""The three levers: match what you have, alter what they think they want, tap affiliation. One contract:
``moves(table) -> tuple[Move, ...]``."""
