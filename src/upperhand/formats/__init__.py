"""How do other tools' scenario files come in and go out: GENIUS, GeniusWeb, NegMAS, NegoLog, spreadsheets?"""
