"""Make the pictures of README and docs again: `python docs/gambar/buat.py` (needs Chromium on the PATH)."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from komentar import write_page
from layar import write_screen

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PICTURES = {
    "laporan-sekcam.png": ("laporan/kinerja-2019-sekcam.html", "900,1350"),
    "laporan-kantor.png": ("laporan/kinerja-2019.html", "900,1350"),
    "dampak.png": ("dampak.html", "1000,1130"),
    "hitung.png": ("hitung.html", "1340,680"),
    "situs-beranda.png": ("situs/index.html", "1180,1120"),
    "situs-indikator.png": ("situs/indikator/kasi_pelayanan_publik.layanan_kependudukan.html", "1180,1120"),
}


def main() -> None:
    """Make the reports and the site of the shipped office, and take a picture of the top of some pages."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("Chromium is not on the PATH")
    with tempfile.TemporaryDirectory() as folder:
        iki = Path(sys.executable).parent / "iki"
        subprocess.run([iki, "laporan", "--tahun", "2019", "--keluaran", f"{folder}/laporan"], cwd=ROOT, check=True)
        subprocess.run([iki, "situs", f"{folder}/situs", "--tahun", "2019"], cwd=ROOT, check=True)
        write_page(iki, Path(folder) / "dampak.html")
        shown = [
            "hitung",
            "--tahun",
            "2019",
            "--jabatan",
            "sekcam",
            "--jabatan",
            "kasi_trantib",
            "--jabatan",
            "kasi_kesos",
        ]
        write_screen(iki, shown, Path(folder) / "hitung.html")
        for picture, (page, size) in PICTURES.items():
            options = [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-background-networking",
                "--virtual-time-budget=2000",  # else the picture is now and then taken before all is drawn
            ]
            profile = f"--user-data-dir={folder}/{picture}.profile"
            target = f"--screenshot={HERE / picture}"
            page_at = f"file://{folder}/{page}"
            subprocess.run([chromium, *options, profile, target, f"--window-size={size}", page_at], check=True)


if __name__ == "__main__":
    main()
