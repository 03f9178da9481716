"""A synthetic office of any size, for measuring: `python bench/kantor.py DIR 1000`."""

import sys
from pathlib import Path

UNIT = """unit: Kantor Ukur
kabupaten: Kabupaten Ukur
pimpinan: {id: kepala, jabatan: Kepala, nama: Nama Kepala}
variabel:
  pegawai: {nama: Jumlah pegawai, satuan: orang, agregasi: rata, periode: bulan}
  hari_kerja: {nama: Hari kerja dalam satu tahun, satuan: hari, agregasi: jumlah, tetapan: 240}
"""

JABATAN = """jabatan: Kepala Seksi Nomor %(number)d
atasan: %(superior)s
tugas:
  - Menyusun program dan melakukan pembinaan penyelenggaraan pemerintahan umum di lingkungan kantor;
  - Membantu menyusun program dan pembinaan administrasi kependudukan dan catatan sipil; dan
  - Melaksanakan tugas lain yang diberikan oleh pimpinan sesuai dengan bidang tugasnya.
fungsi:
  - Mengoordinasikan penyelenggaraan kegiatan pemerintahan; dan
  - Melaksanakan pelayanan masyarakat yang transparan.
sasaran:
  - nama: Meningkatnya disiplin dan mutu pelayanan.
    indikator:
      - id: kehadiran
        nama: Tingkat kehadiran pegawai seksi.
        penjelasan: Hari hadir dibagi hari kerja semua pegawai, dikali seratus.
        formula: (hari_kerja * pegawai - tidak_hadir) / (hari_kerja * pegawai) * 100
        satuan: persen
        polaritas: naik
        variabel:
          tidak_hadir: {nama: Ketidakhadiran, satuan: orang hari, agregasi: jumlah, periode: bulan}
        sumber_data: [Daftar hadir.]
        uji:
          - {masukan: {pegawai: 20, tidak_hadir: 60}, hasil: 98.75}
      - id: laporan
        nama: Laporan bulanan yang disusun tepat waktu.
        penjelasan: Laporan tepat waktu dibagi laporan yang harus disusun.
        formula: tepat / seharusnya * 100
        satuan: persen
        polaritas: naik
        variabel:
          tepat: {nama: Laporan tepat waktu, satuan: laporan, periode: bulan}
          seharusnya: {nama: Laporan yang harus disusun, satuan: laporan, periode: bulan}
        sumber_data: [Buku agenda.]
        uji:
          - {masukan: {tepat: 57, seharusnya: 60}, hasil: 95}
"""


def build(folder: Path, size: int) -> None:
    """Write an office of `size` jabatan into `folder`, each under the one before it in groups of ten."""
    jabatan = folder / "definitions/jabatan"
    jabatan.mkdir(parents=True)
    (folder / "definitions/unit.yaml").write_text(UNIT, encoding="utf-8")
    for number in range(size):
        superior = "kepala" if number % 10 == 0 else f"seksi_{number - 1}"
        text = JABATAN % {"number": number, "superior": superior}
        (jabatan / f"seksi_{number}.yaml").write_text(text, encoding="utf-8")


def realisasi_table(size: int, tahun: int, *, months: range, add: int = 0) -> str:
    """A canonical table of the actuals of an office of `size` jabatan; `add` makes other numbers of them."""
    lines = ["jabatan,indikator,variabel,periode,nilai,keterangan,bukti"]
    lines += [f",,pegawai,{tahun}-{month:02},{20 + add},," for month in months]
    for number in range(size):
        for name, value in (("kehadiran,tidak_hadir", 3), ("laporan,tepat", 57), ("laporan,seharusnya", 60)):
            for month in months:
                lines.append(f"seksi_{number},{name},{tahun}-{month:02},{value + add + (number + month) % 7},,")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]))
