"""What no move may do: deceive, coerce, promise falsely?"""
