"""Function words of the varieties we speak and of languages we only recognise.

Written as `normalise` gives them. Words that a citizen borrows between languages (greetings,
French nouns) are left out or listed as weak: they say little about the language of a message.
"""

DARIJA_LATIN = """
wach wesh wash waash wech chno chnou chnu chnowa chnahowa chnahiya achno achnou ach ash achmen
ashmen chkoun chkon chkun fin feen finahowa finahiya fayn mnin mnine mneen imta emta imtha fo9ach
fou9ach foqach kifach kifash kifesh kif kifax kifen ch7al chhal sh7al shhal 3lach 3lash alach 3la
3ndi 3andi 3ndek 3andek 3ndna 3ndhom 3ndo 3ndha andi andek 3end 3nd ma3ndi ma3endich ma3ndich
ma3ndnach bghit bghet bghina bghiti bgha bghat baghi baghya baghyin baghin beghit bghaw kanbghi
khass khas khassni khasni khassna khasna khassek khasek khassha khasso khassa khssni khsni khesni
5asni dyal dial dyali diali dyalo dialo dyalna dialna dyalek dialek dyalha dialha dyalhom dialhom
dyalkom bach bash bax bech daba dabba hadchi hadshi hadchy had hada hadi hadik hadak hado hadou
dak dik ana hna 7na nta nti ntoma ntouma houa howa hiya huma homa houma lli li illi ila ida yla
ola wla wella wela oula walakin walakine lakin walayni ghir gher ghi ghadi ghada ghadyin gha kayn
kayna kaynin kain kayen kayin makayn makaynch makayench makanch makaynach mazal mazel mazala baqi
ba9i ba9a rah raha raho rani rana rahom hit 7it hitach 7itach 7ta hta hata 7atta bla blach bezaf
bezzaf bzaf bzzaf bzf chwia chwiya chi chi7aja chihaja chihed chiwa7ed wa7ed wahed wahd w7da wa7da
wahda walo walou wallo fi fih fiha fihom mn m3a ma3a m3aya m3ak lia liya liha lih lina likom lihom
bihom biha bih kan kant kanet konna kont kount kanou bghaytkom 3afak 3afakom 3fak afak 3afkom
chokran choukran shokran choukrane chokrane na3am n3am iyeh iyyeh ayeh wakha waxa wakhkha ouakha
waha labas labass bikhir mzyan mzyana mezyan mezian zwin kolchi kulchi kolshi safi saafi yallah
yalah nchallah inchallah nchalah inshallah lah llah hamdollah hamdullah kanskon kansken sakn saken
sakna sakin khdam khdama khddam khedam khdamin tsifet sift sifet nsift nsifet dert drt dart ndir
dir dirt diru katdir kidir kaydir kidirou ndiro nakhod nakhoud nakhd njib jib jbt njibo ngadd ngad
nsawel nswl nsewel nsowel t9der n9der ne9der t9dr n9dr yqder nqder neqder kan9der kane9der momkin
mumkin moumkin ymken imken ymkn yemken t3awnoni t3awnni 3awnoni 3awnni t3awenni goli gouli gouliya
9oliya goulia gollia 9al gal galiya 9alo galou galo golt 9olt 3raf n3ref n3raf kan3ref n3rf
ma3reftch ma3raftch ma3rftch ma3reft 3reft kat3ref wakhed mchit mchiti mcha nemchi nmchi namchi
mchina ja jit jat jaw nji jaya kter 9bel qbel 9bal mour moura wra mn9bel m9bel tani tany 9a3 ga3
kamlin kaml drari weldi wldi wladi bnti benti mrati rajli baba mama khoya khouya kho khti lwalid
lwalida lblad blad bladi zmagria zmagri zmagra 3lih 3liha 3lihom 3likom 3lik 3liya 3lina dar lwra9
wra9 lwraq wraq bayna byn bin binatna baynat howa9 bhal b7al bhalha b7alha dima daymen lyoum lyom
ghda ghedda lbare7 lbareh l3am nas lnas hder nhder tkelem ntkelem kay kat kaygoulou kaygolo
kay9olo kay9olou kaygolou msta3jel mostafid nstafed nestafed stafed tsjil tsjel ntsjel ntsajel
n9ayed n9eyed bddel nbeddel bedel nbdel tadir howadak awal luwel lwl akhor okhra oukhra akher
chkaya 3tini 3tiwni 3tawni 3ta 3taw y3tiw ya3tiw t3ti n3ti khder nhar chhar ch7er chher 3am 3amin
snin bqa bqat b9a b9at b9it rj3 rje3 nrje3 nraje3 rja3 rj3t wqef w9ef w9efna jawb jaweb jawbni
jawbouni jawboni mjawbonich chaf chft cheft nchouf nchof chouf chof chofo 3jeb 9dim jdid jdida
kbir kbira sghir sghira matt lmarhoum mrid mrida bslama bslema beslama machi mashi hakka haka
hakak hakda bla9 b9iti bzzef bezef 3awni 3awnouni t3awnouni kayjib lmaghrib lmaghreb nseft nsefet
katebqa ghaykoun ghaykon wa9ila iwa ewa aji ajiw hani hahowa ntina kolla koul kola kull kol fach
fash mlli mli melli blama balak sir siri siro tsenna kantsenna ntsenna sbah sba7 lkhir msa
tbarkallah ya3tik y3tik se77a saha lwalidin 3yit 3iyit 3yina mabghitch mabghaw ma3jebnich m3ayer
kajnien kajni kaynien kay7ello menni nbdew
nebda nbda zzerba ta katswaw zid bddelt
khouti ahlan lija 3lija mojoed wlad kaygol tji tjini sjhal sjnoe sjkoen
fien bgiet bghiet moet3 tebqa mabqach ban
"""

DARIJA_LATIN_WEAK = """
salam slm salamo salamou 3alaykom alaykom alikom o ou w l d m a wa ma la lla f n b had
"""

FRENCH = """
je tu il elle nous vous ils elles on moi toi lui leur leurs mon mes ma ton ta tes notre votre vos
nos est sont suis es etes sommes etait etaient etre ete ai as ont avez avons avait avais aurait
sera seront serait soit fait faire faites faut dois doit doivent devons devrais peut peux pouvez
puis pourrais pourrait pouvoir veux veut voulez voudrais voudrait aimerais souhaite souhaiterais
cherche comment quand quel quelle quels quelles quoi qui que qu pourquoi combien lequel laquelle
dont avec sans pour par dans sur sous chez vers depuis pendant avant apres entre contre jusqu
jusque aux au des du un une cette ces cet ce cela ca et mais donc car si ne pas plus rien jamais
aussi encore deja toujours tres trop bien alors ainsi comme parce lors lorsque puisque afin aucun
aucune tout tous toute toutes meme autre autres beaucoup cdt cordialement mr quelqu quelque
quelques chaque besoin suite etranger vis habite habitant reside residant travaille veuillez
savoir obtenir recevoir beneficier peuvent vont va vas vais aller allez venir viens vient voila
existe concernant propos sujet bsoin koi kel kelle pk pq pr ds ke ki pourkoi cmt comen tjr tjs mnt
mtn dc jai cest jsuis jveux chui voudrions serais seriez auriez aurais sais savez sait connais
connaitre comprends compris vivre vivant habitons sommes-nous ont-ils jusqua quoi-ce dit dire
dites donner donne donnez prendre mettre puisse puissent combien-de ya-t-il plusieurs
bonne bon
"""

FRENCH_WEAK = """
la le les l de d en a m s t se me te ou sa son ses bonjour bonsoir merci oui non salut bjr coucou
madame monsieur svp slt cv bsr mme mr droit ici enfants enfant fils fille mari femme pere mere c n
j y
"""

ENGLISH = """
the is are am was were be been do does did you your my me we our they them he she his her their
it this that these those what how where when why who which want need can could would should will
shall have has had help please hello hi hey thanks thank with from for to of and not there any
about get apply if i im don doesn isn cant know like give tell speak english someone who because
but or at by an as in much many
"""

SPANISH = """
el los las una unos unas yo tu quiero quisiera necesito como donde cuando cuanto cuanta cuales cual
por para con sin pero mi mis es esta estan estoy soy son somos tengo tiene tienen hay que se del al
lo le les puedo puede pueden hola gracias buenos buenas dias favor ayuda ayudar saber hacer sobre
porque si muy mas tambien espanol donde y nuestro nuestra hijo hija hijos su
"""

DUTCH = """
ik jij je u wij we zij ze het een de niet geen wil wilt hoe wat waar wanneer waarom wie welke van
voor mijn uw ons kan kunt kunnen heb hebt heeft hebben ben bent is zijn naar met zonder ook nog
maar want omdat als dan bij op aan uit om te tot door over moet moeten mag graag hallo dank bedankt
dankjewel alstublieft aub nederlands kinderen kind zoon dochter hulp vragen krijgen en der dit dat
deze die hier daar
"""

GERMAN = """
ich du er sie wir ihr der die das den dem des ein eine einen einem einer kein keine nicht und oder
aber wie was wo wann warum wer welche welcher ist sind bin war habe hat haben kann konnen konnte
mochte will wollen muss mussen brauche bitte danke hallo guten tag mein meine meinen meiner mich
mir uns unser fur mit ohne von zu zum zur bei nach aus auf im in an um auch noch schon deutsch
kinder kind sohn tochter hilfe gibt es
"""

ITALIAN = """
io tu lui lei noi voi loro il lo gli i una uno un voglio vorrei come dove quando quanto perche chi
che cosa per con senza sono sei siamo ho hai ha abbiamo hanno di del della dei delle al alla nel
nella mio mia miei mie posso puo possono grazie ciao buongiorno buonasera salve prego favore aiuto
bisogno sapere fare e non ma anche piu molto italiano figlio figlia figli devo si questo questa
"""

PORTUGUESE = """
eu voce nos eles elas um uma os as do da dos das no na nos nas em por para com sem mas nao sim como
onde quando quanto porque quem qual que sou esta estou sao tenho tem quero preciso posso pode meu
minha meus minhas obrigado obrigada ola bom dia tarde ajuda fazer saber
"""

STANDARD_ARABIC = """
ما ماهي ماهو هم هن هل كيف متى اين لماذا ماذا اي ايه التي الذي الذين اللواتي اللاتي هذا هذه ذلك تلك
هولاء اريد ارغب اود نريد نرغب نود يمكن يمكنني يمكنكم يمكننا استطيع نستطيع يجب ان لقد قد سوف لن لم
ليس ليست لست لدي لدينا لديه لديها يكون تكون اكون عن الي حول خلال منذ حتي اجل لاجل بشان بخصوص حيث
لان لكن لكي كي اذا اما ثم او نحن انتم انتي يتم تم تتم يوجد توجد هناك هنا كذلك ايضا جدا بها به لها
له لهم منها منه فيها فيه عليها عليه اليه اليها الحصول الاستفاده المطلوبه اللازمه الرجاء المرجو
شكرا فضلكم فضلك سمحتم نعم كلا ابني ابنتي زوجي زوجتي والدي والدتي اقيم مقيم مقيمه اعيش اعمل احتاج
نحتاج ابحث اعرف معرفه تقديم طلب سيتم ستكون وهل وما وكيف ومتي واين وهي وهو وكم فهل فما اهم بين ضمن
غير سوي كل بعض ذات يحق يستفيد استفيد تسجيل تقدم وضعت قدمت تلقيت اتلق حصلت توصلت بكم لكم لنا وقد
ولم ولا لعدم بسبب عندما بعدما قمت تمت ينبغي نتمكن تمكنت ممن عما
عندي عندكم لي بلا مانع افضل
"""

STANDARD_ARABIC_STRONG = """
ما ماهي ماهو هل كيف متى اين لماذا ماذا التي الذي الذين اريد ارغب اود نريد نرغب نود يمكنني يمكنكم
يمكننا استطيع يجب سوف لن لم ليس ليست لدي لدينا لديه لديها هذه ذلك تلك يتم حيث احتاج ابحث يوجد توجد
وهل وكيف ومتي كم ابنتي اقيم اعيش اعرف وما يحق فضلكم نحن هناك سيتم بشان بخصوص لان لقد ايضا
تكون يكون ارجو نرجو اتلق حصلت وكم لست انني انه انها
"""

DARIJA_ARABIC = """
ديال ديالي ديالو ديالها ديالهم ديالنا ديالك ديالكم دياول دياولي باش واش شنو شنوا شنوه شناهو شناهي
شنهو اشنو اشنوا شنهي اش اشمن شكون فين فاين فينا منين فوقاش فوقاس امتا ايمتا ايمتي امتي كيفاش كيفاه
شحال علاش عندي عندنا عندك عندو عندها عندهم عندكم ماعنديش ماعندي ماعندناش ماعندوش معنديش بغيت
بغينا بغيتي بغا بغات بغاو باغي باغيه باغين كنبغي نبغي خاص خاصني خاصنا خاصك خاصو خاصها خاصهم خصني
خصنا خصك خصو خصها خص خصنى اللي الي لي دابا هادشي هدشي هاد هادي هادا هادو هاديك هداك هادوك داك ديك
حنا احنا نتا نتي نتوما هوما راه راها راهم راني رانا راك غادي غاديه غاديين غا غير كاين كاينه كاينين
كينه كين ماكاين ماكاينش مكاينش مكاين ماكانش ماكاينه مازال مازالت مازاله باقي باقيه باقا حيت حيتاش
حتا حتي بلا بزاف بزف شويه شي شيحاجه شيواحد واحد وحده واحده والو معا معايا معاك معاكم ليا ليه ليها
لينا ليهم ليكم بيها بيه عافاك عفاك عافاكم عفاكم ايه اييه واخا وخا لاباس مزيان مزيانه كلشي كلشى
صافي يالاه ساكن ساكنه ساكنين خدام خدامه خدامين صيفط صيفطت نصيفط نصيفطو درت دارت ندير ندوز نديرو
دير دارو نجيب جبت جيب نجيبو نقاد نقدر تقدر نقدرو تقدرو يقدر كنقدر تعاونوني عاونوني تعاونني نعرف
كنعرف عرفت ماعرفتش معرفتش كتعرف قولي قوليا قاليا قالو گال گالو مشيت مشينا نمشي جاو جيت نجي ولدي
ولادي بنتي مراتي راجلي بابا ماما خويا ختي الواليد لبلاد بلادي زماكريه زماكري علينا بحال ديما غدا
لبارح هضر نهضر نتسجل نقيد عطيني عطيوني عطاوني عطاو يعطيو كيعطيو عطا كيعطي بقا بقات بقيت رجع رجعت
نرجع رجعو جاوبني جاوبوني شفت شاف نشوف شوف شوفو فهادشي ولكن ديالهوم كتقول كنسول نسول سولت بلاما بصح
قبايله كيدير كيداير كندير كتدير كانو كنت كنا لوراق كنخلص نخلص نخلصو تخلص خلصت خلصنا
بسلامه بلاش بشحال بيخير هاكا هكاك هاكاك هكا ماشي ليك يعطيك وليدي اولدي خوتي بلاك صباحو سمحلي
سمحليا سمح زوين زوينه خايب كيجي كيجيو فلوسي دراري الدراري لعيالات عييت تعطلات تعطل ودابا وشنو وواش
وفين وشحال وكيفاش وعلاش فوقت نتسنا كنتسنا تسنيت ايوا اجي سير فاش ملي مللي قبيله لدابا حدايا حدا
هنايا تما تماك كتسنا كتجي جايه جايين جاي خليت خلا حوايج خلص خلصو
ف د بلي باللي شمن فاشمن قداش دوكا دوك فيناهي يلاه يالله تهلا تهلاو ندوي هضره الهضره جوج بجوج
باقين لاواه واه ييه كاع قاع عمرو عمركم فراسك براسي هاذي
هدا شني ياك زعما راكم كي قبطو ناض نوض
بوحدها بوحدو بوحدي فاينا وقتاش بشمن لوكان كون حطيت دوزت خاصكم خاصين
اجيو مسا
ولا
"""

DARIJA_ARABIC_STRONG = """
ديال ديالي ديالو ديالها ديالهم ديالنا ديالك ديالكم باش واش شنو شنوا شناهو شناهي شنهو اشنو اش شكون
فين منين فوقاش امتا ايمتا كيفاش شحال علاش بغيت بغينا بغيتي بغا بغات بغاو باغي باغيه باغين خاصني
خاصنا خاصك خصني خصنا خصك اللي دابا هادشي هدشي هاد هادي حنا راه راها راهم راني غادي كاين كاينه
كاينين ماكاينش مكاينش حيت حيتاش بزاف شويه شي والو عافاك عفاك عافاكم واخا لاباس مزيان ماعنديش
معنديش صيفطت نصيفط درت ندير نجيب كلشي ولدي بنتي مراتي ليا نتا نتي عاونوني ماعندناش بحال فهاد بشحال
هاكا هكا بيخير بسلامه ماشي ليك وواش وشنو وفين ديالتي ديالكوم كيفاه كنبغي مابغاوش مابغاش كيقولو
عييت ملي فاش كندير كيدير
ف د بلي باللي شمن اشمن فاشمن قداش دوكا دوك فيناهي يلاه يالله تهلا تهلاو ندوي هضره الهضره جوج بجوج
باقا باقين لاواه واه ييه كاع قاع عمرو عمركم
فراسك براسي هاذي هدا شنهي شني ياك زعما راكم كي قبطو ناض نوض
بوحدها بوحدو بوحدي فاينا وقتاش بشمن لوكان كون حطيت دوزت خاصكم خاصين

"""

# Nouns and verbs that only Darija has, or spells so; they show the variety, and may name a topic.

DARIJA_ARABIC_CONTENT = """
مي ممي باه خوه ختو مو طوموبيل لاكارط الپاسبور باسبور نمره النمره بيرو فلوس البروموتور تيليفون
رونديفو الرونديفو دوسي الدوسي بورس البورس ميساج ريكلاماسيون نشكي كواغط الكواغط بلاصه العيالات
محلوله محلولين حبسوها سالات سدوها تبدلات وقفات حيدوها شفاره صيفطها دوزني نستاهل نوجد نقصد نكتب هما
طلبو فابور سيمانه السيمانه سميتي تفو غالط
"""

DARIJA_LATIN_CONTENT = """
tesjil taman fabor tilifoun tleb telbo khadamat lmochkil mochkil darouri mssetti klab zbel
khelliha lkhidma mochkila lbled chmen 3ib
"""
