"""`python -m ikicli` is the command `iki`."""

from ikicli.cli import program

if __name__ == "__main__":
    program()
