"""iki: individual performance indicators of a government office, from definitions in YAML to documents to sign."""

__version__ = "0.1.0"
