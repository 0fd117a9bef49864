"""How does a result look: in a terminal, as Markdown, as a page to print?"""
