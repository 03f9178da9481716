"""`python -m ikicli` is the command `iki`."""

from ikicli.cli import main

if __name__ == "__main__":
    main()
