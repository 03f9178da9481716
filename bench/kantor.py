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


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]))
