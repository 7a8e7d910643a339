"""Federal statutes that requests designate: criminal or civil, of tax administration or not.

A statute that is not listed is a question for counsel, never a yes. The longest listed address that
holds the one stated decides. Source: the text of each section as codified; 8 U.S.C. 1253, 1306, 1325
and 1326 were read in full, the others are classed by their penalty clause.
"""

from __future__ import annotations

from lawgate.cite import Cite
from lawgate.errors import CiteError

CRIMINAL, CRIMINAL_TAX, CIVIL, UNLISTED = "criminal_nontax", "criminal_tax", "civil", "unlisted"

_BY_KIND = {
    CRIMINAL: {
        "8": "1253(a)(1) 1306 1324 1325(a) 1325(c) 1325(d) 1326 1327 1328",
        "15": "78ff 1",
        "18": (
            "3 4 113 152 157 201 208 241 242 286 287 371 401 402 471 472 473 474 495 510 511 513 541 542 545 554 "
            "641 656 657 659 664 666 669 751 842 844 871 872 873 875 876 911 922 924 931 982(a)(8) 1001 1005 1007 "
            "1010 1014 1015 1018 1028 1028A 1029 1030 1031 1035 1040 1071 1072 1073 1111 1112 1113 1114 1115 1117 "
            "1201 1203 1204 1341 1342 1343 1344 1347 1348 1349 1351 1352 1361 1425 1426 1427 1461 1462 1465 1466A "
            "1470 1503 1505 1510 1511 1512 1513 1516 1517 1518 1519 1541 1542 1543 1544 1545 1546 1581 1582 1583 "
            "1584 1589 1590 1591 1592 1594 1621 1622 1623 1702 1708 1709 1832 1831 1951 1952 1955 1956 1957 1958 "
            "1959 1960 1962 2071 2111 2112 2113 2114 2118 2119 2241 2242 2243 2244 2250 2251 2252 2252A 2260 2261 "
            "2261A 2262 2312 2313 2314 2315 2320 2332a 2332b 2339 2339A 2339B 2339C 2342 2344 2421 2422 2423 3146"
        ),
        "21": "331 333 841 843 846 848 849 851 856 858 859 860 861 952 953 955 959 960 963",
        "31": "5322 5324 5332",
        "42": "408 1320a-7b 1383a",
        "50": "1705(c) 4819(b)",
        "52": "20511 30121",
    },
    CRIMINAL_TAX: {"26": "7201 7202 7203 7204 7205 7206 7207 7210 7212 7213 7213A 7214 7215 7216"},
    CIVIL: {
        "5": "552a",
        "8": "1101 1103 1151 1153 1154 1158 1182 1184 1187 1201 1225 1226 1227 1228 1229 1229a 1229b 1229c 1231 1252 "
        "1253(c) 1255 1254a 1324(b) 1324a 1324b 1324c 1324d 1325(b) 1357 1373 1401 1421 1427 1451(a)",
        "12": "1833a",
        "18": "981 983 1964 2255 3771",
        "31": "3729 3730 3801 5317 5321",
        "42": "1981 1983 1985 2000e",
    },
}


def _table() -> dict[Cite, str]:
    table = {}
    for kind, titles in _BY_KIND.items():
        for title, sections in titles.items():
            for section in sections.split():
                table[Cite.parse(f"{title} USC {section}")] = kind
    return table


STATUTES = _table()


def kind_of(stated: str) -> str:
    """The kind of a statute as a request states it; UNLISTED for what the table does not hold."""
    try:
        cite = Cite.parse(stated)
    except CiteError:
        return UNLISTED
    for length in range(len(cite.steps), -1, -1):
        kind = STATUTES.get(Cite(cite.title, cite.section, cite.steps[:length]))
        if kind is not None:
            return kind
    return UNLISTED
