"""Names that head an institution, not a household, and a short table of facilities with their addresses.

The phrases are read outside the street line only: a Jail Lane or a Shelter Cove is a street like any other.
Facilities: the first table agrees with entries of the ICE detention facility locator
(ice.gov/detention-facility/...); the second holds BOP institutions, county jails, state prisons and offices
whose addresses their own sites publish (bop.gov/locations, ice.gov/contact, sheriffs), entered from common
knowledge and not yet compared line by line. A row that is out of date refuses nothing: it only sends the
address to a person.
"""

from __future__ import annotations

import re
from typing import NamedTuple

CUSTODY_PHRASES = (
    "DETENTION", "CORRECTIONAL", "CORRECTIONS", "CORRECTION", "JAIL", "PRISON", "PENITENTIARY",
    "PROCESSING CENTER", "PROCESSING CTR", "FAMILY RESIDENTIAL CENTER", "INMATE", "ICE CUSTODY",
    "IN CUSTODY", "CUSTODY", "DETAINED", "DETAINEE", "INCARCERATED", "IN ICE", "FCI", "USP", "MDC",
    "FDC", "ADX", "FPC", "FMC", "SPC KROME", "REFORMATORY", "STATE PEN", "WORK CAMP", "PRISON CAMP",
    "JUVENILE HALL", "LOCKUP", "HOLDING FACILITY", "REENTRY CENTER", "RESIDENTIAL REENTRY", "CARCEL",
    "PRISION", "PENITENCIARIA", "CENTRO DE DETENCION", "RECLUSORIO", "DETENIDO", "DETENIDA", "PRESO",
    "ENCARCELADO", "RIKERS ISLAND", "CELL BLOCK", "CELLBLOCK", "DEPARTMENT OF CORRECTIONS", "TDCJ",
    "CDCR", "BOOKING NUMBER", "PRE RELEASE CENTER", "TRANSITIONAL CENTER", "STAGING FACILITY", "KROME",
    "HUNTSVILLE UNIT", "ESTELLE UNIT", "WYNNE UNIT", "POLUNSKY UNIT", "FERGUSON UNIT", "SING SING",
    "PELICAN BAY STATE", "DELANEY HALL", "ALLIGATOR ALCATRAZ", "TWIN TOWERS", "CAMP EAST MONTANA",
    "RESIDENTIAL CENTER",
)  # fmt: skip
AGENCY_PHRASES = (
    "ICE", "ERO", "ICE ERO", "USCIS", "CBP", "DHS", "IRS", "HSI", "FBI", "DEA", "USMS", "EOIR", "DOJ",
    "SSA", "IMMIGRATION", "CITIZENSHIP AND", "DEPARTMENT OF", "DEPT OF", "FEDERAL COURT",
    "MUNICIPAL COURT", "COUNTY COURT", "FAMILY COURT", "CONSULAR", "SHERIFF", "BORDER CROSSING",
    "FEDERAL DEFENDER", "FEDERAL DEFENDERS", "CUSTOMS AND BORDER", "IMMIGRATION COURT",
    "IMMIGRATION AND CUSTOMS", "IMMIGRATION OFFICE", "CONSULATE", "CONSULADO", "EMBASSY", "EMBAJADA",
    "CONSULATE GENERAL", "PORT OF ENTRY", "BORDER PATROL", "BORDER STATION", "FIELD OFFICE",
    "US ATTORNEY", "US ATTORNEYS", "PROBATION OFFICE", "PROBATION DEPARTMENT", "PAROLE OFFICE",
    "SERVICE CENTER", "COURTHOUSE", "DISTRICT COURT", "SUPERIOR COURT", "POLICE DEPARTMENT",
    "POLICE DEPT", "POLICE STATION", "SHERIFFS OFFICE", "SHERIFF OFFICE", "SHERIFFS DEPARTMENT",
    "SOCIAL SECURITY OFFICE", "SOCIAL SECURITY ADMINISTRATION", "MARSHALS SERVICE",
    "INTERNAL REVENUE SERVICE", "HOMELAND SECURITY", "FEDERAL BUILDING", "ASYLUM OFFICE", "SUB OFFICE",
    "CITY HALL",
)  # fmt: skip
COUNSEL_PHRASES = (
    "LAW OFFICE", "LAW OFFICES", "LAW FIRM", "LAW GROUP", "ATTORNEY AT LAW", "ATTORNEYS AT LAW",
    "ATTORNEY", "ATTORNEYS", "LAWYERS", "ATTY", "ESQ", "ESQUIRE", "LEGAL AID", "LEGAL SERVICES",
    "LEGAL CLINIC", "PUBLIC DEFENDER", "ABOGADO", "ABOGADA", "ABOGADOS", "BUFETE", "COUNSELOR AT LAW",
    "LAW CENTER", "LAWYER",
)  # fmt: skip
SHELTER_PHRASES = (
    "SHELTER", "HOMELESS SHELTER", "RESCUE MISSION", "GOSPEL MISSION", "ALBERGUE", "SALVATION ARMY",
    "HALFWAY HOUSE", "SAFE HOUSE", "SOBER LIVING", "WARMING CENTER", "CASA DEL MIGRANTE",
    "CATHOLIC CHARITIES", "ANNUNCIATION HOUSE", "DAY CENTER", "DROP IN CENTER", "NAVIGATION CENTER",
)  # fmt: skip
# A town or street may carry these words: the word after it tells.
SHELTER_NOT_BEFORE = frozenset({"ISLAND", "COVE", "BAY", "HARBOR", "POINT", "ROCK"})


class Facility(NamedTuple):
    """One building that is not a home: what it is for, the number, the street's own words, the ZIP codes."""

    use: str
    number: str
    street: str
    zips: frozenset[str]


_FROM_ICE_LOCATOR = """
custody|10250|RANCHO|92301|Adelanto ICE Processing Center
custody|10400|RANCHO|92301|Adelanto ICE Processing Center
custody|1705|HANNA|85131|Eloy Detention Center
custody|3250|PINAL|85132|Florence Service Processing Center
custody|146|CCA|31815|Stewart Detention Center
custody|18201|12TH|33194|Krome Service Processing Center
custody|3900|POWERLINE|33073|Broward Transitional Center
custody|1623|J|98421|Northwest ICE Processing Center
custody|1572|GATEWAY|92231|Imperial Regional Detention Facility
custody|425|GOLDEN STATE|93301|Mesa Verde ICE Processing Center
custody|566|VETERANS|78061|South Texas ICE Processing Center
custody|300|EL RANCHO|78017|South Texas Family Residential Center
custody|409|1144|78118|Karnes County Immigration Processing Center
custody|27991|BUENA VISTA|78566|Port Isabel Service Processing Center
custody|8915|MONTANA|79925|El Paso Service Processing Center
custody|15850|EXPORT PLAZA|77032|Houston Contract Detention Facility
custody|500|HILBIG|77301|Joe Corley Processing Center
custody|3400|350|77351|IAH Secure Adult Detention Facility
custody|1001|SAN RIO|78046|Rio Grande Processing Center
custody|1001|WELCH|76574|T. Don Hutto Residential Center
custody|830|PINEHILL|71342|Central Louisiana ICE Processing Center
custody|830|PINE HILL|71342|Central Louisiana ICE Processing Center
custody|1133|HAMPTON DUPRE|70576|Pine Prairie ICE Processing Center
custody|26|MCGREGOR RANGE|88081|Otero County Processing Center
custody|3130|OAKLAND|80010|Denver Contract Detention Facility
custody|2190|MESQUITE|89048 89060|Nevada Southern Detention Center
custody|4250|FEDERAL|14020|Buffalo Service Processing Center
custody|625|EVANS|07201|Elizabeth Contract Detention Facility
custody|451|DOREMUS|07105|Delaney Hall Detention Facility
custody|1155|PINAL|85132|Central Arizona Correctional Center
custody|1100|BOWLING|85132|Florence Correctional Center
custody|5555|GIANT|94806|Contra Costa West County Detention Facility
custody|215|5TH|95901|Yuba County Jail
custody|13502|MUSICK|92618|James A. Musick Facility
custody|501|CITY|92868|Theo Lacy Facility
custody|1|SHERIFFS OFFICE|32063|Baker County Facility
custody|1297|SR 78|33471|Glades County Detention Center
custody|254|PEACHTREE|30303|Atlanta City Detention Center
custody|132|COTTON|31774|Irwin County Detention Center
custody|2200|SEMINARY|60098|McHenry County Adult Correctional Facility
custody|400|FAUNCE CORNER|02747|Bristol County House of Corrections
custody|26|LONG POND|02360|Plymouth County Correctional Facility
custody|13880|BUSINESS CENTER|55330|Sherburne County Jail
custody|354|DOREMUS|07105|Essex County Correctional Facility
custody|30-35|HACKENSACK|07032|Hudson County Correctional Facility
custody|160|RIVER|07601|Bergen County Jail
custody|110|WELLS FARM|10924|Orange County Correctional Facility
custody|209|A049|87016|Torrance County Detention Facility
custody|175|PIKE COUNTY|18428|Pike County Correctional Facility
custody|3400|CONCORD|17402|York County Prison
custody|1040|BERKS|19533|Berks Family Residential Center
custody|118|206|79521|Rolling Plains Correctional Facility
custody|401|VAQUERO|79851|West Texas Detention Facility
custody|810|COMMERCE|78118|Karnes County Correctional Center
custody|3101|MARLIN|76705|Jack Harwell Detention Center
custody|508|WATERWORKS|23901|Farmville Detention Center
custody|18|WATER|89015|Henderson Detention Center
"""

_NOT_COMPARED = """
custody|10450|RANCHO|92301|Desert View Annex
custody|5501|LA PALMA|85131 85193|La Palma Correctional Center
custody|3026|252|31537|Folkston ICE Processing Center
custody|7488|CALZADA DE LA FUENTE|92154|Otay Mesa Detention Center
custody|806|HILBIG|77301|Montgomery Processing Center
custody|400|2ND|79501|Bluebonnet Detention Facility
custody|1209|SUNFLOWER|76009|Prairieland Detention Center
custody|1800|INDUSTRIAL|78580|El Valle Detention Facility
custody|560|GUM SPRINGS|71483|Winn Correctional Center
custody|180|PINE BAYOU|71202|Richwood Correctional Center
custody|2000|CIBOLA|87021|Cibola County Correctional Center
custody|555|GEO|16866|Moshannon Valley Processing Center
custody|80|29TH|11232|MDC Brooklyn
custody|535|ALAMEDA|90012|MDC Los Angeles
custody|71|VAN BUREN|60605|MCC Chicago
custody|808|UNION|92101|MCC San Diego
custody|1200|TEXAS|77002|FDC Houston
custody|33|4TH|33132|FDC Miami
custody|700|ARCH|19106|FDC Philadelphia
custody|2425|200TH|98198|FDC SeaTac
custody|5880|67|81226|ADX Florence
custody|1818|HAZEN|11370|Rikers Island
custody|1200|BAKER|77002|Harris County Jail
custody|441|BAUCHET|90012|Men's Central Jail, Los Angeles
custody|450|BAUCHET|90012|Twin Towers Correctional Facility
custody|2700|CALIFORNIA|60608|Cook County Jail
custody|815|12TH|77340 77342 77348|Huntsville Unit
agency|26|FEDERAL|10278|ICE New York field office and immigration court
agency|126|NORTHPOINT|77060|ICE Houston field office
agency|630|SANSOME|94111|ICE San Francisco field office
agency|300|LOS ANGELES|90012|ICE Los Angeles field office
agency|865|78TH|33324|ICE Miami field office
agency|2035|CENTRAL|85004|ICE Phoenix field office
agency|970|BROAD|07102|ICE Newark field office
agency|180|TED TURNER|30303|ICE Atlanta field office
agency|12445|CALEY|80111|ICE Denver field office
agency|8101|STEMMONS|75247|ICE Dallas field office
agency|114|8TH|19107|ICE Philadelphia field office
agency|500|12TH|20024 20536|ICE headquarters
agency|1111|CONSTITUTION|20224|Internal Revenue Service
agency|935|PENNSYLVANIA|20535|Federal Bureau of Investigation
agency|950|PENNSYLVANIA|20530|Department of Justice
"""

FACILITIES: dict[tuple[str, str], tuple[Facility, ...]] = {}
"""The rows by house number and ZIP code."""
_names: dict[str, set[str]] = {"custody": set(), "agency": set()}
for _line in (_FROM_ICE_LOCATOR + _NOT_COMPARED).strip().splitlines():
    if not _line:
        continue
    _use, _number, _street, _zips, _name = _line.split("|")
    _row = Facility(_use, _number, _street, frozenset(_zips.split()))
    _names[_use].add(" ".join(re.findall(r"[A-Z]+", _name.upper().replace("'", ""))))
    for _zip in _row.zips:
        FACILITIES[_number, _zip] = (*FACILITIES.get((_number, _zip), ()), _row)
CUSTODY_NAMES, AGENCY_NAMES = (tuple(sorted(_names[use])) for use in ("custody", "agency"))
