"""Words that do not tell one topic from another, whatever topics there are.

Function words come from `nlu.text.function_words`, words of facets from facets.yaml; these are
the words of the house: every topic is a programme, for Moroccans abroad, of the ministry, told
by this chat.
"""

HOUSE = """
programme programmes projet projets action actions aide aides information informations info infos
renseignement renseignements question questions service services dossier dossiers demande demandes
papier papiers document documents formulaire mre mdm marocain marocains marocaine marocaines maroc
ministere etranger etrangers pays resident residents residant enfant enfants famille familles
strategie nationale national gouvernement etat citoyen citoyens monde diaspora sujet chose probleme
problemes personne personnes concerne propos faire avoir benefice beneficier obtenir inscription
inscrire condition conditions site lien numero date argent
برنامج البرامج برامج مشروع مشاريع المشاريع دعم مساعدة معلومات معلومة سؤال اسئلة خدمة خدمات ملف ملفات
طلب طلبات وثيقة وثائق اوراق وراق ورقة مغربي مغربية مغاربة المغاربة المغرب العالم الجالية الخارج
المهجر بلد بلدان وزارة الوزارة مقيم مقيمين المقيمين ابناء ولاد اولاد اسرة عائلة استراتيجية
الوطنية وطنية مشكل مشكلة مشاكل شخص اشخاص الاستفادة استفادة تسجيل موضوع شروط رقم موقع معاونة فلوس
زماكري زماكرية زماكريا الدوسي دوسي لاديماند برا الغربة حاجة شي حوايج
programm barnamaj brnamaj lbarnamaj machrou3 mashrou3 da3m d3m mosa3ada mousa3ada m3awna mo3awana
ma3loumat ma3loma so2al soual khidma khadamat milaf dosi doci talab tlab watiqa wata2iq wra9 lwra9
lwraq wraq waraq maghribi mgharba magharba lmgharba lmaghrib lmaghreb jalia ljalia ljalya jalya
lkharij kharij barra bra lmahjar blad bled lblad wizara lwizara wlad oulad awlad 3a2ila famila
moshkil mochkil mouchkil machakil tasjil chorout chourout flous lflous zmagria zmagri zmagriya
7aja haja lghorba
pres loin annee annees an ans mois jour jours semaine premier premiere deux trois quatre cinq fois
hwa howa hiya homa houma huwa ça hi
rien ailleurs personne dernier derniere nouveau nouvelle grand petit seul mieux moyens cause chez
autour an fin debut ville gens truc besoin euro euros dirham dirhams dh million millions
هو هي هم هما هوما هن من في على عن إلى
مع قبل بعد عند أنا لي بين جميع كل الدولة دولة اول خامس خمس سنة سنوات شهر شهور اشهر
يوم ايام مرة مرات جديد جديدة كبير صغير مدينة ناس الناس درهم اورو مليون اثنان ثلاثة اربعة خمسة غير
lancer monter creer ouvrir partager servir mettre boite experience
نحل نفتح فتح انشاء انجاز تاسيس احداث نخدم نعاون افيد بلدي وطني
n7el n7ell nhel n3awen nkhdem nkhedem
dawla ddawla khames 3am snin chhar nhar nhar merra marra merrat jdid jdida kbir sghir nas lmdina
drahem dirham euro melyoun
كيعاونو كيعاون كاتعاونو نعاونو يعاونو يعاونوني تعاونوني عاونوني عاونونا
robot robo bot chatbot chat روبو روبوت الروبو الروبوت شات الشات بوت
kay3awno kay3awen t3awnoni t3awnona 3awnona y3awnoni
"""

# Death is told by these beside a word for a person (knowledge.bereavement), never by them alone.
DEATH = """
mort morte morts mortes mourir meurt mat matt matet matat mate mato matou lmout mout
مات ماتت ماتو ماتوا موت الموت يموت تموت
"""

# Articles, prepositions and the like: a text is the same with and without them.
LINKS = """
le la les l un une des de du d au aux a en et ou pour par sur dans o w wa f fi b n m lil li
dyal dial dyali dyalna chi shi wa7ed wahed had hada hadi el al
ديال ديالي ديالنا شي واحد و ف ب في من على الى عن هاد هذا هذه
"""

# Towns of Morocco and of the diaspora: they say where somebody is from, not what is asked.
PLACES = """
casablanca casa kaza rabat fes fez fas meknes marrakech marrakch agadir tanger tanja tetouan tetwan
oujda wejda oejda nador nadour berkane hoceima lhoceima safi jadida mellal khouribga settat kenitra
sale ouarzazate errachidia guelmim laayoune dakhla taza larache essaouira tiznit taroudant khenifra
midelt zagora rif souss
البيضاء كازا الرباط فاس مكناس مراكش أكادير طنجة تطوان وجدة الناظور ناظور بركان الحسيمة آسفي الجديدة
خريبكة سطات القنيطرة سلا ورزازات الرشيدية كلميم العيون الداخلة تازة العرائش الصويرة تيزنيت تارودانت
خنيفرة الريف سوس ملال
paris lyon marseille lille toulouse bordeaux bruxelles brussel anvers antwerpen liege charleroi
amsterdam rotterdam utrecht haag madrid barcelone barcelona valence milan milano turin rome bologne
londres london berlin francfort frankfurt montreal geneve
باريس ليون مرسيليا ليل بروكسيل بروكسل أمستردام روتردام أوتريخت مدريد برشلونة ميلانو تورينو
روما لندن برلين مونتريال
"""
