"""French départements and their regions: the only level below the country that GeoNames rows carry here."""

import re

# Region code (INSEE, also the admin1 code of GeoNames) to its départements. Source: INSEE, code officiel géographique.
_DEPARTEMENTS = {
    "11": "75 77 78 91 92 93 94 95",
    "24": "18 28 36 37 41 45",
    "27": "21 25 39 58 70 71 89 90",
    "28": "14 27 50 61 76",
    "32": "02 59 60 62 80",
    "44": "08 10 51 52 54 55 57 67 68 88",
    "52": "44 49 53 72 85",
    "53": "22 29 35 56",
    "75": "16 17 19 23 24 33 40 47 64 79 86 87",
    "76": "09 11 12 30 31 32 34 46 48 65 66 81 82",
    "84": "01 03 07 15 26 38 42 43 63 69 73 74",
    "93": "04 05 06 13 83 84",
    "94": "20 2A 2B",
}
_REGIONS = {departement: region for region, all_of_it in _DEPARTEMENTS.items() for departement in all_of_it.split()}
DEPARTEMENTS = (frozenset(_REGIONS) - {"20"}) | {"971", "972", "973", "974", "976"}
"""Those overseas too; 20 only begins the postcodes of Corsica. Source: INSEE, code officiel géographique."""
_OVERSEAS = re.compile(r"97\d|98\d")


def region(postcode: str | None, departement: str | None) -> str | None:
    """The region of a département code ("07", "2A"), else of a postcode's first two digits; None when neither tells.

    Overseas gives "overseas", which no row of metropolitan France carries.
    """
    code = (departement or "").strip().upper()
    code = code.zfill(2) if code.isdigit() else code
    if code not in _REGIONS and not _OVERSEAS.fullmatch(code):
        digits = "".join(filter(str.isdigit, postcode or ""))
        # A spreadsheet that reads postcodes as numbers drops the first zero of 01000 to 09999.
        code = digits.zfill(5)[:3] if len(digits) in {4, 5} else ""
    return "overseas" if _OVERSEAS.fullmatch(code) else _REGIONS.get(code[:2])
