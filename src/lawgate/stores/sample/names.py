"""Given names and surnames with rough frequencies; who bears one is drawn, so nobody is meant."""

from __future__ import annotations

from itertools import product

from lawgate.stores.sample.draws import Weighted, weighted

# The order of these groups is the code of a family's naming tradition in the draws.
TRADITIONS = ("english", "spanish", "vietnamese", "chinese", "elsewhere")
TRADITION_SHARES = (700, 190, 20, 30, 60)  # of 1,000 families

_ENGLISH = weighted("""
Smith 828, Johnson 655, Williams 551, Brown 487, Jones 483, Miller 394, Davis 378, Wilson 272, Anderson
266, Thomas 256, Taylor 255, Moore 246, Jackson 240, Martin 238, Lee 180, Thompson 225, White 224,
Harris 212, Clark 191, Lewis 180, Robinson 180, Walker 177, Young 164, Allen 164, King 158, Wright 156,
Scott 149, Hill 147, Green 146, Adams 145, Nelson 144, Baker 142, Hall 138, Campbell 131, Mitchell 130,
Carter 128, Roberts 127, Phillips 122, Evans 120, Turner 118, Parker 115, Collins 113, Edwards 112,
Stewart 111, Morris 108, Murphy 105, Cook 104, Rogers 103, Morgan 97, Peterson 95, Cooper 95, Reed 95,
Bailey 94, Bell 90, Kelly 89, Howard 89, Ward 88, Cox 88, Richardson 85, Wood 85, Watson 84, Brooks 83,
Bennett 81, Gray 80, James 80, Hughes 79, Price 78, Myers 78, Long 76, Foster 76, Sanders 75, Ross 75,
Powell 72, Sullivan 72, Russell 71, Perry 71, Butler 69, Barnes 69, Fisher 69, Henderson 68, Coleman 68,
Simmons 68, Patterson 67, Jordan 66, Reynolds 66, Hamilton 65, Graham 65, Wallace 63, Cole 63, West 62,
Owens 62, Harrison 61, Gibson 61, McDonald 60, Marshall 60, Washington 60, Freeman 58, Henry 58, Wells
58, Webb 57, Simpson 57, Stevens 56, Tucker 56, Porter 55, Hunter 55, Hicks 54, Crawford 54, Boyd 53,
Mason 53, Kennedy 52, Warren 51, Dixon 51, Burns 50, Gordon 50, Shaw 49, Holmes 49, Rice 49, Robertson
48, Hunt 48, Black 47, Palmer 45, Mills 45, Nichols 44, Grant 44, Knight 43, Ferguson 43, Stone 42, Dunn
41, Hawkins 41, Perkins 41, Hudson 40, Spencer 39, Payne 39, O'Brien 36, O'Connor 27, O'Neal 21,
McCarthy 30, MacDonald 14, St. John 9, Van Dyke 9, Van Buren 6, Schmidt 50, Schneider 38, Weber 42,
Meyer 52, Hoffman 52, Wagner 52, Schultz 47, Becker 33, Keller 35, Klein 31, Kowalski 14, Nowak 12,
Wisniewski 7, Novak 17, Rossi 10, Russo 20, Romano 16, Esposito 14, Larsen 21, Olson 47, Hansen 48,
Johansen 4, Lindstrom 8, Dubois 9, LeBlanc 21, Boudreaux 10, Fontenot 10, Cohen 25, Levy 19, Begay 9,
Yazzie 8, Tsosie 5, Kealoha 3
""")
_SPANISH = weighted("""
Garcia 395, Rodriguez 371, Martinez 359, Hernandez 354, Lopez 296, Gonzalez 285, Perez 231, Sanchez 208,
Ramirez 189, Torres 148, Flores 147, Rivera 133, Gomez 124, Diaz 119, Reyes 104, Morales 102, Cruz 101,
Ortiz 98, Gutierrez 96, Chavez 95, Ramos 93, Ruiz 86, Mendoza 84, Alvarez 83, Castillo 81, Jimenez 80,
Vasquez 70, Romero 70, Moreno 66, Herrera 66, Medina 64, Aguilar 60, Vargas 58, Castro 58, Fernandez 58,
Guzman 57, Munoz 53, Mendez 53, Salazar 51, Soto 49, Vazquez 47, Pena 46, Contreras 45, Delgado 45,
Guerrero 44, Ortega 44, Rios 42, Estrada 42, Sandoval 41, Alvarado 41, Nunez 40, Figueroa 40, Valdez 39,
Maldonado 38, Santiago 38, Vega 37, Dominguez 37, Espinoza 37, Rojas 37, Cortez 37, Acosta 36, Santos
35, Leon 35, Mejia 35, Padilla 34, Colon 33, De La Cruz 21, De Leon 20, Del Rio 6, De La Torre 7, De La
Rosa 8, San Miguel 4, Garcia Lopez 6, Martinez Perez 5, Hernandez Cruz 5, Rodriguez Diaz 4, Lopez
Morales 4, Rivera Ortiz 4
""")
_VIETNAMESE = weighted("""
Nguyen 400, Tran 120, Le 90, Pham 75, Huynh 50, Vo 45, Vu 40, Phan 45, Truong 32, Hoang 40, Ngo 28, Dang
32, Do 32, Bui 35, Duong 27, Ho 22, Ly 20, Dinh 20, Luong 12, Trinh 14, Mai 10, Cao 10, Doan 9, Lam 16
""")
_CHINESE = weighted("""
Wang 115, Li 110, Zhang 85, Liu 85, Chen 140, Yang 70, Huang 62, Zhao 36, Wu 62, Zhou 36, Xu 40, Sun 30,
Zhu 24, Lin 66, Ma 22, Gao 15, Guo 22, He 22, Zheng 30, Luo 15, Liang 20, Chan 50, Wong 68, Chang 60,
Cheng 36, Ng 30, Tang 28, Lau 16, Leung 15, Cheung 14, Hsu 18, Ouyang 3
""")
_ELSEWHERE = weighted("""
Patel 230, Singh 110, Shah 60, Kumar 40, Sharma 30, Gupta 20, Desai 15, Rao 18, Kim 195, Park 110, Choi
60, Kang 25, Cho 28, Yoon 12, Tanaka 10, Sato 8, Nakamura 9, Khan 70, Ahmed 45, Ali 60, Hussain 20,
Hassan 22, Mohamed 20, Abdi 10, Okafor 8, Okonkwo 5, Adeyemi 4, Mensah 5, Tesfaye 6, Haile 5, Petrov 5,
Ivanov 6, Kozlov 3, Sargsyan 3, Haddad 6, Santos Silva 2, Da Silva 12, Ferreira 10, Jean-Baptiste 7,
Pierre 22, Santana 12, Reyes Bautista 2, Dela Cruz 14, Al-Masri 2
""")

_SPREAD = (10, 8, 6, 5, 4, 3, 3, 2, 2, 1, 1, 1)


def _combined(starts: str, ends: str, *, weight: int) -> tuple[tuple[str, int], ...]:
    """Every start with every end: the long tail of rare names, some of them less rare than others."""
    pairs = product(starts.split(), ends.split())
    return tuple(
        (start + end, weight * _SPREAD[at * 7 % len(_SPREAD)]) for at, (start, end) in enumerate(pairs)
    )


_RARE_SURNAMES = _combined(
    "Ash Black Brad Bram Burn Carl Clay Cold Cran Dan Den East El Fair Fen Gar Glen Gold Grim Hal Har Hart "
    "Haw Hazel Hol Hunt Kel Kirk Lang Lock Lud Mar Mel Mid Nor Oak Pem Pres Quar Rad Red Rock Roth Rush "
    "Sel Shel Silver Stan Stock Suther Swan Thorn Til Under Wake War Weather Wel Wen West "
    "Whit Wil Win Wood Worth Yar",
    "berg bridge bury by combe cott croft dale den fell field fold ford gate ham hurst ington land ley low "
    "man mere mont more ridge shaw stead stein stock ston thorpe ton wald water way well wick wood worth yer",
    weight=3,
)
SURNAMES: tuple[Weighted, ...] = (_ENGLISH + _RARE_SURNAMES, _SPANISH, _VIETNAMESE, _CHINESE, _ELSEWHERE)

# English given names: men and women, born before 1975 and later.
_MEN_ELDER = weighted("""
James 330, Robert 314, John 327, Michael 270, David 240, William 245, Richard 170, Thomas 138, Mark 94,
Charles 152, Steven 80, Gary 65, Joseph 140, Donald 93, Ronald 72, Kenneth 82, Paul 95, Larry 60, Daniel
97, Stephen 54, Dennis 41, Timothy 64, Edward 78, Jeffrey 59, George 93, Gregory 44, Kevin 67, Douglas
37, Terry 31, Anthony 72, Jerry 43, Bruce 26, Randy 23, Frank 58, Brian 73, Scott 54, Roger 32, Raymond
49, Peter 38, Patrick 39, Keith 31, Lawrence 28, Wayne 25, Danny 19, Alan 20, Gerald 31, Carl 35, Philip
20, Craig 21, Walter 40, Willie 30, Leroy 13, Billy Ray 3, Jean-Pierre 1, Earl 19, Harold 37, Ralph 28,
Eugene 23, Howard 23, Clarence 20
""")
_MEN_YOUNGER = weighted("""
Michael 200, Christopher 190, Matthew 165, Joshua 150, Jacob 130, Nicholas 115, Andrew 130, Daniel 120,
Tyler 105, Joseph 110, Brandon 100, David 105, James 110, Ryan 100, John 95, Zachary 85, Justin 85,
William 90, Anthony 80, Robert 80, Jonathan 70, Austin 65, Alexander 70, Kyle 60, Kevin 55, Thomas 55,
Cody 48, Eric 45, Benjamin 50, Aaron 48, Jose 25, Christian 42, Steven 45, Samuel 45, Dylan 42, Timothy
42, Adam 40, Nathan 42, Charles 40, Jordan 40, Patrick 35, Sean 33, Jason 45, Ethan 35, Logan 25, Noah
28, Mason 15, Caleb 25, Malik 10, Darius 9, DeShawn 6, Tyrone 8, Jamal 8, Marcus 22, Terrell 7, Trevor
18, Devin 15, Garrett 12, Colton 10
""")
_WOMEN_ELDER = weighted("""
Mary 260, Linda 104, Patricia 107, Barbara 98, Susan 79, Deborah 50, Karen 67, Nancy 67, Donna 58,
Cynthia 47, Pamela 42, Sharon 51, Kathleen 42, Carol 57, Diane 36, Brenda 46, Cheryl 32, Elizabeth 94,
Betty 67, Margaret 77, Janet 38, Sandra 63, Judith 33, Judy 28, Carolyn 39, Ruth 56, Virginia 43,
Dorothy 73, Shirley 49, Catherine 37, Rebecca 43, Debra 41, Denise 26, Teresa 34, Gloria 34, Joyce 36,
Janice 29, Marilyn 24, Beverly 27, Kathy 27, Christine 38, Theresa 26, Rose 30, Anna 44, Helen 66, Laura
51, Martha 41, Ann 36, Mary Ann 9, Mary Beth 4, Mary Lou 4, Betty Jo 3, Ethel 18, Lillian 21, Wanda 23,
Yvonne 19, Rita 20, Anita 16, Sheila 18, Jo Ann 5
""")
_WOMEN_YOUNGER = weighted("""
Jessica 130, Ashley 125, Emily 120, Sarah 110, Samantha 100, Amanda 100, Brittany 90, Elizabeth 95,
Taylor 80, Megan 75, Hannah 80, Kayla 70, Lauren 70, Stephanie 70, Rachel 70, Jennifer 95, Nicole 65,
Alexis 60, Victoria 55, Amber 50, Alyssa 50, Courtney 45, Rebecca 50, Danielle 48, Jasmine 42, Melissa
60, Kimberly 50, Katherine 50, Christina 45, Heather 55, Tiffany 42, Michelle 50, Erin 38, Kelsey 35,
Abigail 40, Olivia 45, Emma 45, Madison 42, Chelsea 32, Natalie 35, Sara 32, Andrea 32, Shelby 25,
Morgan 25, Haley 25, Allison 30, Brianna 28, Chloe 22, Latoya 8, Keisha 8, Tanisha 6, Ebony 7, Destiny
20, Sophia 30, Isabella 28, Grace 25, Mia 18, Anna Marie 2, Mary Grace 2, Sarah-Jane 1
""")
_MEN_SPANISH = weighted("""
Jose 90, Juan 80, Luis 70, Carlos 65, Jesus 45, Jorge 42, Miguel 50, Antonio 38, Francisco 40, Manuel
40, Pedro 26, Alejandro 30, Ricardo 26, Roberto 26, Fernando 24, Javier 24, Rafael 22, Eduardo 24, Raul
18, Sergio 20, Oscar 22, Hector 20, Mario 22, Ruben 16, Alberto 16, Enrique 15, Ramon 16, Pablo 11,
Diego 16, Angel 24, Jose Luis 8, Juan Carlos 9, Jose Antonio 5, Luis Alberto 3, Miguel Angel 7, Jose
Manuel 4
""")
_WOMEN_SPANISH = weighted("""
Maria 85, Ana 45, Carmen 38, Rosa 36, Guadalupe 24, Juana 18, Martha 20, Elena 17, Leticia 15, Gabriela
22, Alejandra 20, Claudia 22, Patricia 28, Veronica 24, Adriana 22, Silvia 18, Teresa 18, Lucia 16,
Isabel 18, Yolanda 16, Esperanza 10, Margarita 18, Norma 15, Beatriz 13, Rocio 8, Araceli 9, Blanca 14,
Daniela 16, Sofia 14, Camila 9, Maria Guadalupe 6, Maria Elena 7, Ana Maria 8, Maria del Carmen 5, Maria
Isabel 4, Luz 12
""")
_MEN_VIETNAMESE = weighted("""
Minh 20, Hung 18, Tuan 18, Dung 12, Hai 12, Long 12, Nam 12, Thanh 14, Quang 12, Duc 10, Khoa 8, Phong
9, Son 12, Tam 9, Vinh 9, Hieu 9, Van Hung 3, Van Minh 3, Quoc Bao 2, Dinh Tuan 2
""")
_WOMEN_VIETNAMESE = weighted("""
Lan 18, Huong 16, Hoa 15, Mai 15, Linh 16, Thuy 14, Hanh 10, Phuong 14, Trang 12, Nga 9, Ngoc 12, Yen 9,
Thao 11, Bich 6, Kim 9, Loan 8, Thi Hoa 4, Thi Lan 4, Thi Mai 3, My Linh 2
""")
_MEN_CHINESE = weighted("""
Wei 20, Jun 16, Lei 13, Ming 15, Jian 14, Hao 13, Feng 11, Qiang 10, Bo 9, Tao 10, Yong 9, Gang 8, Peng
9, Zhiwei 5, Jianguo 4, Xiaoming 3, Kwok Wai 3, Wing Kit 2, Chi-Ming 2, Guangyu 2
""")
_WOMEN_CHINESE = weighted("""
Fang 17, Xiuying 10, Min 15, Jing 17, Li Na 7, Yan 15, Hui 13, Xin 11, Mei 15, Ling 14, Na 9, Qian 9,
Xiaoyan 6, Meiling 6, Yu-Ting 2, Siu Fong 3, Wai Yee 3, Shu-Fen 2, Ruolan 2
""")
_MEN_ELSEWHERE = weighted("""
Mohammed 25, Ahmed 20, Ali 18, Omar 14, Ibrahim 12, Hassan 10, Raj 12, Sanjay 12, Amit 14, Rakesh 8,
Vijay 9, Arjun 10, Rohan 9, Sung 7, Jin-Ho 5, Young-Jae 3, Kenji 5, Hiroshi 5, Chinedu 4, Emeka 4, Kwame
5, Dmitri 5, Sergei 5, Aram 3, Joao 6, Jean Claude 3
""")
_WOMEN_ELSEWHERE = weighted("""
Fatima 20, Aisha 16, Maryam 10, Zainab 8, Layla 8, Priya 16, Anjali 11, Sunita 9, Kavita 8, Neha 10,
Pooja 8, Deepa 7, Ji-Woo 4, Soo-Jin 5, Mi-Kyung 3, Yuki 6, Keiko 5, Ngozi 4, Amara 5, Abena 3, Olga 6,
Svetlana 6, Anahit 3, Beatriz Helena 1, Marie Ange 2, Hodan 4
""")
_RARE_MEN = _combined(
    "Al Ar Ben Cal Cor Dal El Er Gar Har Hol Jar Kel Lan Mar Mil Nor Or Ran Ro Sel Ter Wal Wil",
    "den don vin ton ric mon lan win bert ford nard ley rick mer son vis",
    weight=1,
)
_RARE_WOMEN = _combined(
    "Ad Al Am Ar Bel Cor Dar El Em Er Fel Jan Kar Lor Mar Mel Nor Or Ros Sel Val Vi",
    "ena ina etta ella inda issa ora ette ela ice ine elle ana ia isa ona",
    weight=1,
)

# Four groups a tradition, in this order: men elder, men younger, women elder, women younger.
GIVEN_NAMES: tuple[Weighted, ...] = (
    *(
        _MEN_ELDER + _RARE_MEN,
        _MEN_YOUNGER + _RARE_MEN,
        _WOMEN_ELDER + _RARE_WOMEN,
        _WOMEN_YOUNGER + _RARE_WOMEN,
    ),
    *(_MEN_SPANISH, _MEN_SPANISH, _WOMEN_SPANISH, _WOMEN_SPANISH),
    *(_MEN_VIETNAMESE, _MEN_VIETNAMESE, _WOMEN_VIETNAMESE, _WOMEN_VIETNAMESE),
    *(_MEN_CHINESE, _MEN_CHINESE, _WOMEN_CHINESE, _WOMEN_CHINESE),
    *(_MEN_ELSEWHERE, _MEN_ELSEWHERE, _WOMEN_ELSEWHERE, _WOMEN_ELSEWHERE),
)

# Borne by nobody of a sample, for requests that name a person who is not there.
ABSENT_GIVEN = weighted(
    "Alcibiades, Bartholomea, Cleophas, Dorcasina, Evander, Florimel, Gwendoline, Hippolyta, Ignatia, "
    "Jocunda, Leocadia, Melchior, Nepomuk, Ottoline, Perpetua, Quirinus, Rosamunde, Sigismund, "
    "Thaddeus, Wilhelmina"
)
ABSENT_SURNAMES = weighted(
    "Abernethwaite, Birdwhistle, Cholmondeston, Dunderdale, Entwhistleton, Featherstonehaugh, "
    "Gotobedde, Hogglethorpe, Inchbaldry, Jellicorse, Knatchbullock, Lillywhitely, Mucklestone, Nithercott, "
    "Onderdonkey, Postlethwaitely"
)

TRADES = weighted("""
Roofing 6, Plumbing 6, Landscaping 7, Catering 5, Trucking 6, Auto Repair 6, Cleaning Services 6,
Consulting 8, Construction 9, Dental Care 3, Farms 4, Holdings 5, Imports 3, Insurance Agency 4,
Logistics 4, Nail Salon 3, Painting 5, Properties 7, Realty 5, Restaurant 6, Software 4, Staffing 3, Tax
Service 2, Towing 3, Wholesale 3
""")
FORMS = weighted("LLC 55, Inc 25, Corp 6, LP 4, LLP 3, PC 3, Trust 4")
EMBLEMS = weighted("""
Blue Heron 2, Red Cedar 2, Prairie 3, Summit 5, Lakeside 4, Golden Gate 2, Keystone 3, Lone Star 3,
Granite 3, Evergreen 4, Harbor 3, Pioneer 4, Sunrise 4, Two Rivers 2, Copper Canyon 1, Liberty 4,
Magnolia 2, Silver Creek 2
""")
