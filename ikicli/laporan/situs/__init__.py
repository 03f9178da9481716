"""The site of an office: pages that link to each other, shaped of the same parts as documents."""

from ikicli.laporan.situs.kerangka import frame
from ikicli.laporan.situs.nouns import BERANDA
from ikicli.laporan.situs.susun import addresses, site

__all__ = ["BERANDA", "addresses", "frame", "site"]
