"""What runs as `python -m upperhand.cli`?"""

from upperhand.cli import main

if __name__ == "__main__":
    main()
