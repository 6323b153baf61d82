"""Given and family names of Moroccans in both scripts, held as `normalise` gives them."""

from nlu.text.normalise import normalise


def _words(listed: str) -> frozenset[str]:
    return frozenset(normalise(word) for word in listed.split())


# These are nobody's words of every day: a person wherever they stand.
GIVEN_NAMES = _words("""
mohamed mohammed muhammad mohamad mhamed mohand ahmed rachid hassan hussein houssine lhoucine
lahoucine lahcen lhassan elhassan youssef yousef yassine yacine omar khalid mustapha mostafa
moustapha abdellah abdallah abdelkader abdelaziz abdelilah abdelouahed abdelwahed abdessamad
abdessalam abdeslam abdelghani abdelhak abdelhamid abdelkrim abdelkarim abderrahim abderrahman
abderrahmane abdelmajid abdelmalek abdelali abdelhadi abdelatif abdellatif abdennour driss idriss
brahim ibrahim hicham samir tarik tariq jamal ayoub bilal hamza mehdi zakaria zakariae zakariya
ismail soufiane soufian fouad mourad noureddine nourdine nordine nourddine mimoun bouchaib bouazza
bou3za larbi jilali miloud mbarek hammou moha mokhtar lmokhtar mounir mohsin mouhcine nizar
othmane otman oussama ousama redouane radouane rida ridouane saad salaheddine tahar taoufik toufik
yahya younes younis youness ziyad anass marouane marwan badr ilyas ilyes elias nabil jaouad jawad
aziz karim hamid kamal rabie achraf aymane ayman hakim houcine houssam ihsane jalal khalil lotfi
faycal faysal fayçal benaissa fatima fatna fadma khadija khadidja aicha aycha naima malika zineb
zaineb zaynab zahra latifa rachida saida samira nadia hanane hanan salma souad souhad karima houda
imane ikram meryem maryam mariam laila leila siham nawal hafida ghita asmae btissam ibtissam
loubna rajae wafae bouchra jamila hakima hasna nora noura rkia roqia rokia rabia kenza yasmine
soumaya soumia sumaya kaoutar kawtar ghizlane ghizlan ghislane hafsa hiba ilham yamna yamina
zoubida touria touriya najat najate nezha nisrine nisrin ouassima wassima oumaima oumayma chaimae
chaymae mounia maria halima habiba fatiha zohra tleytmas itto tlaytmas hayat hasnaa hind sanae
amal ihssane safae safaa samia sihame rahma malak sanaa inass ines yousra fadwa farida fouzia محمد
احمد رشيد الحسن الحسين حسين يوسف ياسين عمر خالد مصطفى عبدالله ادريس ابراهيم هشام سمير نبيل طارق
ايوب بلال حمزه مهدي زكرياء زكريا اسماعيل سفيان فؤاد مراد نورالدين فاطمه فاطنه فاظمه فاضمه خديجه
خدوج نعيمه مليكه زينب لطيفه رشيده سميره ناديه حنان سلمى كريمه مريم سهام نوال حفيظه ابتسام بشرى
حكيمه رقيه كنزه ياسمين سعاد اكرام الزهراء فاطمةالزهراء غزلان سناء كوثر حفصه هبه الهام يامنه زبيده
ثريا نجاه نزهه نسرين حسنيه وسيمه اميمه شيماء منيه حليمه حبيبه فتيحه زهره زهرا يسرى فدوى فريده
فوزيه سهيله غيثه ايناس ريان يونس صلاح منير بوعزه بوشعيب العربي الجيلالي ميلود حمو موحا المختار
محسن عثمان اسامه رضوان الطاهر توفيق يحيى زياد انس مروان الياس جواد كمال عبدالحق عبدالاله بنعيسى
ادم فاطيمه oumkeltoum oumkalthoum keltoum kaltoum rahmouna mahjouba aziza azzedine azeddine
abdelmounim abdelmoumen abdelfattah abdennabi abderrazak abdelkhalek allal bouazzaoui boujemaa
bouchta belaid benyounes cherki daoud elmostafa elhoussaine faiza fettouma habib haddou hafid
hassania hayate houria idir ijja imad jaafar jamaa jihane khaled khadouj laarbi laaziz mahmoud
mansour maati maelainine mekki messaoud mohcine moncef moulouda mbarka naoual najib naziha oualid
ouafae oumnia rabiaa rahhal salima samiha sanaâ selma seddik smail tamou thami touhami yacout
youssra zakia zahia zhor zoulikha
""")
# "Said", "amine", "hayat", "رضا" and "علي" are words of every day too: names where one is awaited.
AMBIGUOUS_NAMES = _words("""
said s3id hamid walid amine reda adil salah ali naima zahra amina hind sara hayat asma noura adam
nour iman rim rania anas ziad hakim jalal karam lahsen simo malika nadir sami samy hana mona mouna
widad wissal wiam wiame bahija chama tijani brahim lina lamia meriem mina rita safia aya doha حميد
سعيد حسن كريم جمال عزيز رضا عادل علي عبد امينه سعيده هند ساره هدى ايمان رجاء جميله نوره ربيعه وليد
وفاء وداد وسام وئام حياه امين امل نور رحمه مريمه ملاك بدر سعد منى رانيه لينا صفاء شمس حكيم زهور
فرح هاجر اية ايه اميره اسيه خليل جلال لطفي فيصل اشرف حسام سميه عايشه لحسن ليلى مبارك اسماء لبنى
basma chaima doae douae fadil faouzia firdaous ghalia ibtihal lamyae manal marwa nassim nassima
nassira rayan sabrine salwa taha tamim yaakoub yahia كلثوم محجوبه عزيزه عزالدين علال بوشتى بلعيد
داود فطومه حدو حفيظ حوريه عماد جعفر جيهان محمود منصور المعطي مسعود منصف مباركه نجيب نزيهه راضيه
رحال صباح سليمه سليمان تامو التهامي زكيه دعاء فردوس لمياء منال مروه نسيم نسيمه سلوى طه يعقوب raja
sabah حسناء radia slimane kacem
""")
FAMILY_NAMES = _words("""
alaoui bennani benani benjelloun tazi fassi elfassi berrada idrissi amrani tahiri filali chraibi
lahlou kettani naciri bensouda sefrioui benali benmoussa ouazzani ouali hafidi azzouzi العلوي
بناني بنجلون التازي الفاسي براده الادريسي العمراني الطاهري الفيلالي الشرايبي لحلو الكتاني الناصري
المرابط الوالي
""")
