"""Cities with their own ZIP codes, street names, and the few kinds of address that are no street."""

from __future__ import annotations

from dataclasses import dataclass

from lawgate.stores.sample.draws import weighted


@dataclass(frozen=True, slots=True)
class Place:
    """A city with one ZIP code that belongs to it, and how many of a sample live there."""

    city: str
    state: str
    zipcode: str
    weight: int


def _places(text: str) -> tuple[Place, ...]:
    """Read 'City ST 12345 weight' entries."""
    rows = [entry.strip().rsplit(" ", 3) for entry in text.replace("\n", " ").split(",") if entry.strip()]
    return tuple(Place(city, state, zipcode, int(weight)) for city, state, zipcode, weight in rows)


MAINLAND = _places("""
New York NY 10002 8, New York NY 10025 8, Brooklyn NY 11201 6, Brooklyn NY 11226 8, Bronx NY 10458 7,
Flushing NY 11355 6, Jamaica NY 11432 4, Staten Island NY 10314 3, Yonkers NY 10701 3, Buffalo NY 14201
3, Rochester NY 14609 3, Syracuse NY 13203 2, Albany NY 12203 2, Los Angeles CA 90011 9, Los Angeles CA
90026 8, Long Beach CA 90805 4, San Diego CA 92105 6, San Jose CA 95112 5, San Francisco CA 94110 5,
Fresno CA 93722 4, Sacramento CA 95823 4, Oakland CA 94601 4, Bakersfield CA 93307 4, Anaheim CA 92804
4, Santa Ana CA 92701 3, Westminster CA 92683 3, Stockton CA 95206 3, Riverside CA 92503 3, Salinas CA
93905 2, Chicago IL 60601 2, Chicago IL 60623 8, Chicago IL 60640 6, Aurora IL 60505 3, Springfield IL
62704 3, Decatur IL 62521 2, Peoria IL 61604 2, Rockford IL 61104 2, Houston TX 77036 8, Houston TX
77002 3, Houston TX 77084 6, San Antonio TX 78207 5, San Antonio TX 78228 5, Dallas TX 75217 6, Austin
TX 78745 5, Fort Worth TX 76106 4, El Paso TX 79936 5, Laredo TX 78046 3, Brownsville TX 78521 3,
McAllen TX 78501 3, Lubbock TX 79412 2, Amarillo TX 79106 2, Corpus Christi TX 78415 2, Phoenix AZ 85033
6, Phoenix AZ 85008 5, Tucson AZ 85705 4, Mesa AZ 85201 3, Yuma AZ 85364 2, Flagstaff AZ 86001 1, Window
Rock AZ 86515 1, Philadelphia PA 19111 6, Philadelphia PA 19134 6, Pittsburgh PA 15202 4, Allentown PA
18102 2, Erie PA 16503 2, Scranton PA 18504 1, Jacksonville FL 32210 4, Miami FL 33125 6, Miami FL 33116
2, Hialeah FL 33012 4, Tampa FL 33604 4, Orlando FL 32808 4, Tallahassee FL 32303 2, Immokalee FL 34142
1, Columbus OH 43207 4, Cleveland OH 44102 4, Cincinnati OH 45205 3, Toledo OH 43605 2, Akron OH 44305
2, Dayton OH 45405 2, Charlotte NC 28205 4, Raleigh NC 27610 3, Greensboro NC 27405 3, Durham NC 27703
2, Asheville NC 28806 1, Indianapolis IN 46201 4, Fort Wayne IN 46806 2, Gary IN 46404 1, Seattle WA
98118 4, Tacoma WA 98408 2, Spokane WA 99207 2, Yakima WA 98902 2, Denver CO 80219 4, Aurora CO 80010 3,
Pueblo CO 81004 1, Greeley CO 80631 1, Washington DC 20009 3, Washington DC 20019 3, Boston MA 02124 4,
Worcester MA 01604 2, Lowell MA 01851 2, Springfield MA 01109 2, Lawrence MA 01841 1, Nashville TN 37211
4, Memphis TN 38107 4, Knoxville TN 37918 2, Detroit MI 48206 5, Grand Rapids MI 49507 3, Flint MI 48504
2, Lansing MI 48910 1, Portland OR 97208 2, Portland OR 97233 4, Salem OR 97301 2, Eugene OR 97402 1,
Oklahoma City OK 73109 3, Tulsa OK 74105 2, Las Vegas NV 89110 4, Reno NV 89502 2, Louisville KY 40212
3, Lexington KY 40505 2, Baltimore MD 21224 4, Hyattsville MD 20783 2, Milwaukee WI 53215 4, Madison WI
53704 2, Green Bay WI 54302 1, Albuquerque NM 87105 3, Gallup NM 87301 1, Las Cruces NM 88001 1, Kansas
City MO 64127 3, St. Louis MO 63116 3, Springfield MO 65802 1, Atlanta GA 30318 4, Savannah GA 31405 2,
Dalton GA 30721 1, Augusta GA 30906 1, Omaha NE 68107 3, Lincoln NE 68502 1, Garden City KS 67846 1,
Wichita KS 67211 2, Minneapolis MN 55407 3, Saint Paul MN 55106 3, Duluth MN 55806 1, New Orleans LA
70119 3, Baton Rouge LA 70805 2, Lafayette LA 70501 1, Birmingham AL 35211 2, Mobile AL 36605 2,
Huntsville AL 35810 1, Jackson MS 39209 2, Biloxi MS 39530 1, Little Rock AR 72204 2, Springdale AR
72764 1, Des Moines IA 50314 2, Sioux City IA 51104 1, Newark NJ 07104 4, Jersey City NJ 07305 3,
Paterson NJ 07501 2, Camden NJ 08105 1, Bridgeport CT 06604 2, Hartford CT 06114 2, Providence RI 02907
2, Richmond VA 23223 2, Norfolk VA 23504 2, Falls Church VA 22041 2, Charleston SC 29405 2, Columbia SC
29203 2, Charleston WV 25302 1, Wilmington DE 19805 1, Manchester NH 03103 1, Burlington VT 05401 1,
Portland ME 04101 1, Salt Lake City UT 84115 3, Provo UT 84601 1, Boise ID 83706 1, Nampa ID 83651 1,
Billings MT 59101 1, Cheyenne WY 82001 1, Fargo ND 58102 1, Sioux Falls SD 57104 1, Rapid City SD 57701
1, Honolulu HI 96817 2, Waipahu HI 96797 1, Anchorage AK 99504 1, Fairbanks AK 99701 1
""")
PUERTO_RICO = _places("""
San Juan PR 00926 4, San Juan PR 00907 3, Ponce PR 00716 2, Bayamon PR 00956 3, Caguas PR 00725 2,
Carolina PR 00979 2, Mayaguez PR 00680 1, Arecibo PR 00612 1
""")
MILITARY = _places("""
APO AE 09096 3, APO AE 09128 3, APO AE 09012 2, APO AE 09464 2, FPO AE 09622 2, APO AP 96319 2, APO AP
96205 3, FPO AP 96350 2, FPO AP 96349 1, DPO AE 09892 1
""")
ALL_PLACES = MAINLAND + PUERTO_RICO + MILITARY

STREETS = weighted("""
Main 12, Oak 11, Maple 10, Park 10, Cedar 9, Elm 9, Washington 9, Lake 8, Hill 8, Walnut 7, Spring 6,
North 6, Ridge 6, Church 6, Willow 6, Mill 6, Sunset 6, Railroad 5, Jefferson 6, Center 5, Highland 6,
Jackson 6, Forest 5, River 6, Meadow 5, Broad 5, Chestnut 6, Cherry 5, Dogwood 4, Hickory 5, Lincoln 6,
Madison 5, Franklin 5, Pine 9, Valley 4, Pleasant 4, Spruce 4, Adams 4, Birch 4, Prospect 4, Poplar 4,
Laurel 4, Magnolia 3, Monroe 4, Grove 4, Summit 4, Locust 4, Liberty 3, College 4, Sycamore 4, Union 4,
Victoria 2, Harbor 2, Juniper 2, Mesquite 2, Camino Real 2, San Pedro 2, La Paz 1, Old Jail 1, Unity 1,
Shelter Cove 1, Martin Luther King Jr 3, Cesar Chavez 2, 1st 6, 2nd 9, 3rd 9, 4th 8, 5th 8, 6th 7, 7th
7, 8th 6, 9th 6, 10th 5, 12th 4, 14th 4, 18th 3, 21st 3, 33rd 2, 42nd 2, 57th 2, 71st 2, 96th 2, 110th
1, 136th 1, County Road 12 1, State Route 9 1, Avenue J 1, Hawthorn 3, Orchard 3, Quail Run 2, Fox
Hollow 2, Stonebridge 2, Wildflower 2, Heron 1, Cottonwood 3, Aspen 3, Palmetto 2, Bayou 1, Peachtree 3,
Lakeview 4, Fairview 4, Oakwood 3, Edgewood 3, Rosewood 2, Kingston 2, Windsor 3, Sheridan 2
""")
STREET_TYPES = weighted(
    "St 32, Ave 25, Dr 14, Rd 12, Ln 7, Ct 5, Blvd 4, Pl 3, Way 3, Cir 3, Ter 2, Trl 1, Pkwy 1"
)
DIRECTIONS = weighted("N 5, S 5, E 4, W 4, NE 1, NW 1, SE 1, SW 1")
UNITS = weighted("Apt 12, Unit 5, Ste 1, Lot 1")
CALLES = weighted("""
Calle Luna 3, Calle Sol 3, Calle Fortaleza 2, Calle Loiza 2, Calle San Jose 2, Calle Marina 2, Calle
Comercio 2, Calle 7 3, Calle 12 3, Calle B 2, Ave Ponce de Leon 2, Ave Fernandez Juncos 1, Calle Hostos
1, Calle Betances 2
""")
URBANIZACIONES = weighted("""
Urb Santa Rita 2, Urb Villa Carolina 3, Urb Country Club 3, Urb Las Lomas 2, Urb Bairoa 2, Urb Los
Caobos 2
""")


@dataclass(frozen=True, slots=True)
class Facility:
    """An invented place of custody with a street address."""

    name: str
    number: str
    street: str
    place: Place

    @property
    def line(self) -> str:
        """Its address without its name, as a custodian holds it for those who are there."""
        return f"{self.number} {self.street}, {self.place.city} {self.place.state} {self.place.zipcode}"


FACILITIES = (
    Facility("Harrow County Detention Center", "400", "Justice Way", Place("Decatur", "IL", "62521", 1)),
    Facility("Cold Creek Processing Center", "1200", "Perimeter Rd", Place("Laredo", "TX", "78046", 1)),
    Facility("Marrow Bay County Jail", "75", "Courthouse Sq", Place("Mobile", "AL", "36605", 1)),
    Facility("Redfern Correctional Facility", "9300", "State Farm Rd", Place("Dayton", "OH", "45405", 1)),
    Facility("Quillan Regional Jail", "18", "Sheriff Ln", Place("Norfolk", "VA", "23504", 1)),
)


SHELTERS = ("Harbor Light Shelter", "Second Step Family Shelter", "Lantern House Homeless Shelter")
