"""From what was read to the store: what an import would change, and the change, whole or not at all."""

from ikicli.realisasi.simpan.catat import Asal, store
from ikicli.realisasi.simpan.gembok import Held, lock
from ikicli.realisasi.simpan.perubahan import Perubahan, Rencana
from ikicli.realisasi.simpan.rencana import plan
from ikicli.realisasi.simpan.tulis import finish

__all__ = ["Asal", "Held", "Perubahan", "Rencana", "finish", "lock", "plan", "store"]
