"""Fill in a form as a person would with LibreOffice under Indonesian settings, and save it as XLSX and ODS.

Run by the Python that LibreOffice's `uno` belongs to, with a JSON of the cells by `Kode` and title of the column:

    /usr/bin/python3 tests/formulir_terisi/isi.py formulir.xlsx terisi.xlsx terisi.ods < isian.json
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found,unused-ignore]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found,unused-ignore]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found,unused-ignore]

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>id-ID</value></prop></item>
</oor:items>
"""
FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8"}


def connected(pipe: str) -> Any:
    """The desktop of the LibreOffice that listens at a pipe, once it does."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
        else:
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    sys.exit("LibreOffice does not answer")


def fill_in(sheet: Any, typed: dict[str, dict[str, str]]) -> None:
    """Type each text into the cell below its title and in the row of its code."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress
    titles: dict[str, int] = {}
    for row in range(last.EndRow + 1):
        texts = [sheet.getCellByPosition(column, row).String for column in range(last.EndColumn + 1)]
        if "Kode" in texts:
            titles = {title: column for column, title in enumerate(texts) if title}
            continue
        for title, text in typed.get(texts[titles["Kode"]] if titles else "", {}).items():
            cell = sheet.getCellByPosition(titles[title], row)
            assert not cell.CellProtection.IsLocked, (row, title)
            cell.FormulaLocal = text


def main(form: str, *saved: str) -> None:
    """Open the form, fill it in, save it."""
    pipe = f"iki{time.time_ns()}"
    with tempfile.TemporaryDirectory() as profile:
        settings = Path(profile, "user/registrymodifications.xcu")
        settings.parent.mkdir()
        settings.write_text(SETTINGS, encoding="utf-8")
        options = [f"-env:UserInstallation={Path(profile).as_uri()}", f"--accept=pipe,name={pipe};urp"]
        office = subprocess.Popen(["soffice", "--headless", "--norestore", *options])
        try:
            desktop = connected(pipe)
            hidden = PropertyValue(Name="Hidden", Value=True)
            document = desktop.loadComponentFromURL(Path(form).resolve().as_uri(), "_blank", 0, (hidden,))
            sheet = document.Sheets.getByName("Isian")
            assert sheet.isProtected()
            assert sheet.getCellByPosition(0, 0).CellProtection.IsLocked
            fill_in(sheet, json.load(sys.stdin))
            for path in saved:
                name = PropertyValue(Name="FilterName", Value=FILTERS[Path(path).suffix])
                document.storeToURL(Path(path).resolve().as_uri(), (name,))
            document.close(True)
            desktop.terminate()
            office.wait(timeout=60)
        finally:
            office.kill()


if __name__ == "__main__":
    main(*sys.argv[1:])
