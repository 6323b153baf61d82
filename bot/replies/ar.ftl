# كلام «جسر» بالعربية الفصحى المبسطة. رسالة لكل مفتاح، والمفاتيح نفسها في fr وary وary-Latn.
# مخاطبة بصيغة الجمع احتراماً، جمل قصيرة، دون لغة إدارية معقدة. للتحقق: make lint

## Accueil et politesse

greet = السلام عليكم، أنا جسر، مساعد مغاربة العالم. كيف يمكنني أن أساعدكم؟
goodbye = مع السلامة، في أمان الله.
thank = على الرحب والسعة.
help =
    يمكنني أن:
    - أجيب عن أسئلتكم حول البرامج الموجهة لمغاربة العالم، مع ذكر المصدر؛
    - أسجل شكاية أو اقتراحاً؛
    - أتتبع ملفاً بمرجعه ورمزه؛
    - أحيل سؤالكم إلى أحد الموظفين.
    اكتبوا بالعربية أو الفرنسية أو الدارجة، كما تشاؤون.
first-contact-notice = أنا مساعد آلي، وتُحفظ محادثتنا 30 يوماً. لمعرفة كل شيء، اكتبوا «معطياتي».
affirm-nothing = بكل سرور. ماذا تودون أن تعرفوا؟
deny-nothing = لا بأس أبداً. أنا هنا إن كان لديكم سؤال.
out-of-scope = عذراً، هذا ليس من اختصاصي. أجيب عن البرامج الموجهة لمغاربة العالم، وأتلقى الشكايات والاقتراحات.
insulted = أتفهم غضبكم، وأبقى هنا لمساعدتكم. قولوا لي ما المشكل، أو اتركوه لموظف بالوزارة.
insulted-again = أبقى رهن إشارتكم.
other-language = أفهم العربية والفرنسية والدارجة. هل يمكنكم الكتابة بإحداها، أم تفضلون التحدث إلى موظف؟
my-data =
    ما أحتفظ به:
    - محادثتنا، لمدة 30 يوماً، لتحسين الخدمة؛
    - ملفاتكم (شكاية، اقتراح، سؤال)، إذا وافقتم على ذلك فقط.
    يمكنكم الاطلاع على معطياتكم أو تصحيحها أو طلب محوها (القانون 09.08). لذلك، اكتبوا «التحدث إلى موظف» وقولوا ما تريدون، مثلاً «امحوا معطياتي».

## Langue

which-language = بأي لغة تريدون أن نتابع؟
language-changed = حسناً، أتابع بالعربية.
language-ar = العربية
language-fr = Français
language-ary = الدارجة
language-ary-latn = Darija

## Réponses sur les programmes

list-programmes = { $count ->
    [zero] لا أجد حالياً أي برنامج في استراتيجية مغاربة العالم.
    [one] إليكم برنامج استراتيجية مغاربة العالم.
    [two] تضم استراتيجية مغاربة العالم برنامجين. أيهما يهمكم؟
    [few] تضم استراتيجية مغاربة العالم { $count } برامج. أيها يهمكم؟
    [many] تضم استراتيجية مغاربة العالم { $count } برنامجاً. أيها يهمكم؟
   *[other] تضم استراتيجية مغاربة العالم { $count } برنامج. أيها يهمكم؟
}
did-you-mean = لست واثقاً من أنني فهمت. هل تقصدون:
unknown = ليس لدي جواب مؤكد عن هذا، وأفضل ألا أخترع شيئاً. هل تريدون طرح السؤال على موظف؟
facet-missing = في هذه النقطة، لم أجد معلومة مؤكدة عن «{ $topic }». يمكن لموظف أن يجيبكم. إليكم ما أعرفه:
facet-overview = نظرة عامة
facet-eligibility = من يستفيد؟
facet-documents = ما الوثائق المطلوبة؟
facet-procedure = ما هي الخطوات؟
facet-amount = كم المبلغ؟
facet-deadline = ما هي الآجال؟
facet-contact = بمن أتصل؟
facet-status = هل ما زال سارياً؟
answer-past-review = للتأكد: كان من المقرر مراجعة هذه المعلومات قبل { $date }.
answer-never-reviewed = للتأكد: لم يُحدد أي تاريخ لمراجعة هذه المعلومات.
term = { $term }: { $meaning }
which-post = وجدت أكثر من بعثة ({ $count }). عن أيها تبحثون؟
post-title = { $kind } في { $city } ({ $country })
post-embassy = سفارة المغرب
post-consulate-general = القنصلية العامة للمغرب
post-consulate = قنصلية المغرب
post-covers = المنطقة: { $area }
post-address = العنوان: { $text } ({ $date })
post-phone = الهاتف: { $text } ({ $date })
post-email = البريد الإلكتروني: { $text } ({ $date })
post-hours = أوقات العمل: { $text } ({ $date })
post-check = تأكدوا قبل التنقل: { $site }
post-no-contact = ليس لدي عنوان أو هاتف أو أوقات عمل مؤكدة لهذه البعثة. الموقع الرسمي: { $site }
competence = للعلم: { $text }
source-line = { $title } ({ $date })
source-undated = دون تاريخ
sources-title = المصادر

## Quand je ne comprends pas

not-understood = لم أفهم جيداً. هل يمكنكم قول ذلك بطريقة أخرى، في بضع كلمات؟
not-understood-again = عذراً، ما زلت لا أفهم. يمكن لموظف أن يجيبكم.
internal-error = حدث مشكل تقني يمنعني من الجواب عن هذا. لم يضع شيء: أعيدوا المحاولة، أو اتركوا طلبكم لموظف.
degraded-unknown = فهمي الآن أضعف من المعتاد. جربوا كلمة بسيطة («المنحة»، «نقل الجثمان»)، أو اتركوا شكاية.

## Dossier : les questions

ask-consent = أنا معكم. بموافقتكم، أسجل ما تقولونه لي، ويقرؤه موظفو الوزارة من أجل الرد عليكم فقط (القانون 09.08). هل توافقون؟
ask-category = ما موضوع الملف؟
ask-country = في أي بلد يحدث ذلك؟
ask-description = احكوا لي ما يحدث، بكلماتكم: ماذا، وأين، ومنذ متى.
ask-description-suggestion = ما فكرتكم؟ قولوها بكلماتكم.
ask-description-question = ما سؤالكم؟ سيجيبكم أحد الموظفين.
ask-contact = بريد إلكتروني أو هاتف للاتصال بكم؟ ليس ضرورياً: المرجع والرمز يكفيان لتتبع ملفكم.
ask-confirmation =
    هذه شكايتكم:
    - الموضوع: { $category }
    - البلد: { $country }
    - الوصف: { $description }
    - الاتصال: { $contact }
    هل أرسلها؟
ask-reference = أعطوني مرجع الملف (يبدأ بـ MDM) ورمزه المكون من ستة أحرف أو أرقام.
ask-code = ينقصني رمز هذا الملف، وهو ستة أحرف أو أرقام.
unclear-consent = أجيبوا بكلمة «نعم» أو «لا»، أو اطرحوا سؤالكم.
unclear-category = لم أتعرف على الموضوع.
unclear-country = لم أتعرف على البلد.
unclear-description = أحتاج إلى بضع كلمات أخرى.
unclear-contact = لم أجد بريداً إلكترونياً ولا رقم هاتف. يمكنكم أيضاً أن تجيبوا «لا شيء».
unclear-confirmation = قولوا «نعم» للإرسال، أو ما يجب تغييره (مثلاً: «لا، بلجيكا»). كلمة «إلغاء» تمحو كل شيء.
contact-none = دون وسيلة اتصال

## Dossier : l'issue

ticket-opened =
    تم التسجيل ({ $kind }).
    المرجع: { $reference }
    الرمز: { $code }
    احتفظوا بهما معاً: بهما تعرفون أين وصل ملفكم.
ticket-targets = هدف المصلحة: إشعار بالتوصل في أجل أقصاه { $acknowledge_on }، وجواب في أجل أقصاه { $answer_on }.
ticket-target = هدف المصلحة: إشعار بالتوصل في أجل أقصاه { $acknowledge_on }.
ticket-cancelled = تم الإلغاء. لم يُحفظ أي شيء من هذا الملف.
consent-refused = لا بأس، لن أسجل شيئاً وسأمحو ما قلتموه لي. ما زال بإمكاني أن أجيب عن أسئلتكم.
ticket-found =
    الملف { $reference } ({ $kind }): { $state }.
    سُجّل بتاريخ { $opened_on }.
ticket-found-until = هدف المصلحة: جواب في أجل أقصاه { $answer_on }.
ticket-found-late = كان هدف المصلحة أن تجيبكم في أجل أقصاه { $answer_on }. وقد انقضى هذا التاريخ.
ticket-found-stopped = الأجل متوقف: نحن ننتظر جوابكم.
ticket-found-answer = آخر جواب من المصلحة: { $text }
ticket-not-found = لا أجد ملفاً بهذا المرجع وهذا الرمز. المرجو التحقق منهما معاً: الرمز لا يتضمن أبداً O ولا 0، ولا I ولا 1. وإذا ضاع منكم الرمز، يمكن لموظف أن يساعدكم.
staff-reply =
    جواب الوزارة عن ملفكم { $reference }:
    { $text }
ticket-state-changed = ملفكم { $reference } الآن: { $state }.
target-near =
    الملف { $reference }: هدفنا أن نجيبكم في أجل أقصاه { $answer_on }.
    لقد تأخرنا، وقد لا نحترم هذا التاريخ. ملفكم ليس منسيا، ولا يلزمكم فعل أي شيء.
target-missed =
    الملف { $reference }: كان هدفنا أن نجيبكم في أجل أقصاه { $answer_on }، ولم نحققه. يبقى ملفكم مفتوحا.
    يمكنكم أيضا التوجه إلى وسيط المملكة، إذا لم تكن القضية معروضة على محكمة:
    - في عين المكان أو شفويا أو بالبريد أو البريد الإلكتروني أو الفاكس؛
    - اذكروا الإدارة المعنية وما قمتم به من قبل، مع مرجع هذا الملف؛
    - شارع الزيتون، القطاع 15، بلوك Q2، حي الرياض، الرباط، ص.ب 21؛ www.mediateur.ma (صفحات غير مؤرخة).
in-court =
    تقولون إن القضية معروضة على محكمة. لا يمكن لهذه المصلحة أن تبت فيها: المحكمة وحدها تقرر. ولا تعالجها الإدارة التي تتلقى الشكاية ولا الوسيط (صفحات غير مؤرخة).
    يمكنكم المتابعة إذا تعلق الأمر بشيء آخر، كسلوك مصلحة ما مثلا.

ticket-settled =
    أجابت الوزارة عن ملفكم { $reference }: { $answer_type }.
    { $text }
ticket-settled-question = هل تم حل المشكل بالنسبة إليكم؟
ticket-question =
    للوزارة سؤال حول ملفكم { $reference }:
    { $text }
    الملف في انتظار جوابكم.
ticket-forwarded = أُحيل ملفكم { $reference } على: { $body }. الجواب الآن من اختصاص هذه الجهة، ونحن نتتبع ملفكم ونذكّرها إذا تأخر الجواب.
ticket-merged = ضُم ملفكم { $reference } إلى ملفكم الآخر { $into }: ستتوصلون بالبقية تحت هذا المرجع.
ticket-joined = ضُم ملفكم { $reference } إلى ملف آخر في الموضوع نفسه، وتم إغلاقه. إذا استمر المشكل، يمكنكم طلب التحدث إلى موظف.

answer-type-granted = قُبل الطلب
answer-type-partly-granted = قُبل جزء من الطلب
answer-type-refused = رُفض الطلب
answer-type-explained = قُدّم توضيح
answer-type-forwarded = أُحيل الملف على الجهة المختصة
answer-type-not-competent = الأمر ليس من اختصاص الوزارة
answer-type-withdrawn = سُحب الملف بطلب منكم
answer-type-duplicate = يُعالج في ملف آخر
answer-type-unreachable = تعذر علينا الاتصال بكم
answer-type-abuse = لم تُحترم قواعد المصلحة
remedy-none = لم تُذكر أي خطوة أخرى.
remedy-reopen = إذا لم يقنعكم الجواب، يمكنكم طلب إعادة فتح الملف { $reopen_days ->
        [zero] في اليوم نفسه
        [one] خلال يوم واحد
        [two] خلال يومين
        [few] خلال { $reopen_days } أيام
        [many] خلال { $reopen_days } يوماً
       *[other] خلال { $reopen_days } يوم
    }، وسيتولاه شخص آخر.
remedy-mediator = إذا لم يقنعكم الجواب، يمكنكم التوجه إلى وسيط المملكة، إلا إذا كانت القضية معروضة على القضاء. اذكروا الاسم والعنوان والإدارة المعنية والخطوات التي قمتم بها ونتيجتها، وأرفقوا الوثائق، وصرحوا بأن القضية ليست أمام القضاء. تقدم الشكاية في عين المكان، أو ترسل بالبريد أو البريد الإلكتروني أو الفاكس (mediateur.ma، صفحة غير مؤرخة).
remedy-court = الأمر بعد هذا بيد القضاء: لا هذه المصلحة ولا الوسيط ينظران في قضية معروضة على القضاء (صفحات غير مؤرخة).
remedy-competent-body = لمتابعة الأمر، توجهوا إلى الجهة المذكورة في الجواب.

kind-complaint = شكاية
kind-suggestion = اقتراح
kind-question = سؤال إلى موظف
state-new = تم التوصل به
state-open = قيد المعالجة
state-waiting-citizen = في انتظار جوابكم
state-waiting-third-party = في انتظار جهة أخرى
state-resolved = تم الحل
state-closed = مغلق
category-consular = قنصلية، جواز، حالة مدنية
category-customs = الجمارك، السيارة
category-justice = العدل
category-social-security = ضمان اجتماعي، تقاعد
category-land-housing = العقار، السكن
category-education = مدرسة، دراسة، منحة
category-programmes = برامج الوزارة
category-associations = الجمعيات
category-other = موضوع آخر

## Boutons

choice-consent-yes = نعم، أوافق
choice-consent-no = لا
choice-contact-none = دون وسيلة اتصال
choice-confirm-yes = نعم، أرسلها
choice-confirm-no = لا، أريد التصحيح
choice-cancel = إلغاء
choice-programmes = البرامج
choice-complaint = تقديم شكاية
choice-check = تتبع ملفي
choice-agent = التحدث إلى موظف

## Erreurs de saisie

error-malformed-request = تعذرت قراءة الطلب ({ $field }).
error-empty-message = الرسالة فارغة. اكتبوا سؤالكم في بضع كلمات.
error-message-too-long = الرسالة طويلة جداً: { $length ->
        [zero] { $length } حرف
        [one] حرف واحد
        [two] حرفان
        [few] { $length } أحرف
        [many] { $length } حرفاً
       *[other] { $length } حرف
    }، والحد الأقصى { $limit }. قسموها إلى عدة رسائل.
error-unknown-conversation = هذه المحادثة لم تعد موجودة. لنبدأ من جديد.
error-unknown-choice = هذا الزر لم يعد صالحاً هنا. اكتبوا طلبكم من فضلكم.
error-conversation-busy = ما زلت أعالج رسالتكم السابقة. أعيدوا المحاولة بعد لحظة.
error-unknown-turn = لم أجد الرسالة التي تقصدونها: ربما تم حذفها.
error-too-late-to-correct = رأيت تصحيحكم، لكن هذه الرسالة عولجت. إن كان يغير طلبكم، فأرسلوه في رسالة جديدة.
error-not-found = هذا العنوان غير موجود.
error-method-not-allowed = هذا العنوان لا يقبل هذه الطريقة.
error-internal-error = حدث مشكل تقني. رسالتكم لم تضع: أعيدوا المحاولة.

## Telegram

telegram-used-choice = سبق استعمال هذا الاختيار.
telegram-only-text = أقرأ النصوص، وآخذ الصور وملفات PDF ({ $limit_mb } ميغابايت على الأكثر) والرسائل الصوتية. أما الباقي فلا أستطيع قراءته. اكتبوا لي طلبكم من فضلكم.
telegram-passed-choice = تجاوزنا هذا السؤال. لتغيير أحد أجوبتكم، يكفي أن تكتبوه.
telegram-corrected = أعيد الجواب انطلاقاً من رسالتكم المصححة.
telegram-also-in-arabic = يمكنكم أن تكتبوا لي بالعربية أو بالدارجة.
telegram-description =
    جسر يجيب مغاربة العالم بالعربية والفرنسية والدارجة:
    - أسئلتكم حول البرامج والإجراءات، مع ذكر المصدر؛
    - شكاياتكم واقتراحاتكم، مع مرجع ورمز لتتبعها.
    هو مساعد آلي، ويمكن أن يتولى موظف الجواب.
telegram-short-description = مساعد مغاربة العالم: أسئلة وشكايات وتتبع، بالعربية والفرنسية والدارجة.
telegram-hint-country = اكتبوا اسم البلد، أو اضغطوا على «{ $button }»: لا أقرأ منه إلا البلد، ولا أحتفظ بموقعكم.
telegram-hint-contact = اكتبوه، أو اضغطوا على «{ $button }».
telegram-hint-description = يمكنكم أيضاً إرسال صور أو ملفات PDF ({ $limit_mb } ميغابايت على الأكثر لكل ملف)، أو رسالة صوتية سيستمع إليها موظف.
telegram-share-country = 📍 إرسال موقعي
telegram-share-contact = 📱 إرسال رقمي
telegram-place-read = البلد الذي قرأته: { $country }. لم أحتفظ بموقعكم.
telegram-place-correctable = البلد الذي قرأته: { $country }. لم أحتفظ بموقعكم. إن لم يكن هو، فاكتبوا البلد الصحيح.
telegram-place-unknown = لا أتعرف على أي بلد في هذا المكان. اكتبوا اسم البلد من فضلكم.
telegram-place-without-post = ليس في لائحتي قنصلية في هذا البلد. إليكم بمن تتصلون.
telegram-contact-of-other = جهة الاتصال هذه ليست لكم، ولا أحتفظ بها. اكتبوا لي طلبكم من فضلكم.
telegram-contact-not-needed = لا أحتاج إلى رقمكم هنا ولا أحتفظ به: أجيبكم في هذه المحادثة.
telegram-noted = حسناً، سجلت ذلك.
telegram-private-only = أجيب في المحادثات الخاصة فقط.
command-start = البدء
command-help = مساعدة
command-langue = تغيير اللغة
command-programmes = البرامج
command-plainte = تقديم شكاية
command-suivi = تتبع ملف
command-annuler = إلغاء ما بدأته
nothing-to-cancel = لا يوجد ما يمكن إلغاؤه.

## Annonces par Telegram : l'abonnement

command-abonnements = تلقي الأخبار
command-stop = إيقاف الأخبار
news-consent =
    يمكنني أن أخبركم بكل جديد: البرامج، والآجال، والتغييرات في القوانين.
    إذا وافقتم، أحتفظ باختياراتكم (المواضيع واللغة والبلد والساعات) لأرسل إليكم هذه الأخبار، لا لغير ذلك (القانون 09.08). ويمكنكم إيقافها متى شئتم، بزر تحت كل خبر أو بهذا الأمر:
    /stop
    هل تريدون تلقي هذه الأخبار؟
news-yes = نعم، أريدها
news-no = لا، شكرا
news-declined =
    حسنا، لن أرسل إليكم شيئا. إذا غيرتم رأيكم:
    /abonnements
news-choices =
    أخباركم

    المواضيع: { $topics }
    اللغة: { $language }
    البلد: { $country }
    لا أرسل شيئا من الساعة { $start } إلى الساعة { $end } (بتوقيت { $city })

    المسوا زرا لتغيير اختيار.
news-kind-programme = البرامج
news-kind-deadline = الآجال
news-kind-law = التغييرات في القوانين
news-topics = المواضيع
news-lang = اللغة
news-country = البلد
news-quiet = ساعات الهدوء
news-end = إيقاف الكل
news-done = تم
news-back = رجوع
news-change = تغيير اختياراتي
news-which-topics = ما المواضيع التي تهمكم؟
news-all-topics = كل المواضيع
news-which-lang = بأي لغة تريدون الأخبار؟
news-lang-same = لغة محادثتنا
news-country-known = هل تقيمون في هذا البلد: { $country }؟ سأرسل إليكم ما يخصه وما يخص الجميع.
news-which-country = في أي بلد تقيمون؟ سأرسل إليكم ما يخصه وما يخص الجميع.
news-country-yes = نعم، { $country }
news-country-other = بلد آخر
news-country-all = كل البلدان
news-which-clock = أين أنتم، وكم الساعة عندكم؟ لا أستعمل ذلك إلا لكي لا أراسلكم ليلا.
news-clock = { $cities } ({ $time })
news-which-quiet = من الساعة { $start } إلى الساعة { $end } (بتوقيت { $city }) لا أرسل شيئا.
news-quiet-from = من الساعة { $hour }
news-quiet-until = إلى الساعة { $hour }
news-other-clock = مدينة أخرى
news-kept =
    تم الحفظ، ستصلكم هذه الأخبار. للتغيير:
    /abonnements
news-stopped = تم الإيقاف: لن تصلكم أخبار بعد الآن، وستُمحى اختياراتكم.
news-undo = بل أريد أن تستمر
news-again = عادت الأخبار كما كانت من قبل.
news-nothing-to-stop =
    لا تصلكم أخبار، فليس هناك ما يوقف. لتلقيها:
    /abonnements
news-less = تم. لن يصلكم بعد الآن: { $name }.
news-undo-less = بل أريد أن يستمر
news-more = تم. سيصلكم من جديد: { $name }.
error-last-kind = يجب الإبقاء على نوع واحد على الأقل. لإيقاف كل شيء المسوا «إيقاف الكل».
news-noted-before = سبق تسجيل ذلك.
error-wish-refused = لم يعد هذا الزر صالحا. تجدون اختياراتكم في قائمة الأوامر.
error-not-subscribed = لا تصلكم أخبار في الوقت الحالي.

## Page sans JavaScript

page-title = جسر، مساعد مغاربة العالم
page-question = رسالتكم
page-send = إرسال
page-intro =
    مرحباً. أنا جسر، مساعد آلي في خدمة مغاربة العالم.
    اكتبوا بالعربية أو الفرنسية أو الدارجة: اطرحوا سؤالاً عن برنامج، أو قدموا شكاية، أو اسألوا عن ملفكم.
    لا تكتبوا هنا كلمة سر ولا رقم بطاقة بنكية.
page-citizen = أنتم
page-bot = جسر
page-staff = جواب الوزارة
page-keep = احتفظوا بهذين السطرين أو اطبعوا هذه الصفحة: بهما تفتحون ملفكم.
page-refresh = هل من جديد؟
page-leave = إغلاق هذه المحادثة على هذا الجهاز

## Urgences : la première réponse. Rien que ce qu'une source dit ; les manques sont dans docs/missing.md

emergency-self-harm = ما كتبتموه أمر جدي، وحسناً فعلتم أنكم قلتموه. اتصلوا فوراً بالإسعاف أو الشرطة في البلد الذي توجدون فيه، وتحدثوا إلى شخص قريب منكم. أنا مساعد آلي: يمكن لموظف أن يقرأ رسالتكم هنا، لكن ليس في الحين.
emergency-missing-child = أتفهم قلقكم. اتصلوا فوراً بالشرطة أو الإسعاف في البلد الذي توجدون فيه. يمكن أيضاً لموظف أن يقرأ رسالتكم هنا، لكن ليس في الحين.
emergency-violence = يؤسفني ما تعيشونه. إن كنتم في خطر، فاتصلوا فوراً بالشرطة أو الإسعاف في البلد الذي توجدون فيه. وتقدم مؤسسة الحسن الثاني للمغاربة المقيمين بالخارج مساعدة قانونية، مثلاً في النزاعات الأسرية (صفحة غير مؤرخة).
emergency-danger = اتصلوا فوراً بالشرطة أو الإسعاف في البلد الذي توجدون فيه. ليس لدي رقم مغربي للطوارئ صالح في كل البلدان. بالنسبة إلى الشرق الأوسط، نشرت الصحافة في فاتح مارس 2026 الرقم الأخضر 0800008098 لخلية الأزمة بالوزارة، ولا أعرف هل ما زال يجيب.
emergency-death =
    تعازينا الصادقة لكم.
    بمن تتصلون:
    - القنصلية التي يتبع لها مكان الوفاة: عندها تُطلب رخصة الدفن في المغرب (صفحة قنصلية غير مؤرخة)؛
    - شركة التأمين أو البنك، إن كان للمرحوم عقد تأمين على نقل الجثمان؛
    - من دون تأمين ولا إمكانيات، اطلبوا من القنصلية أيضا مساعدة الوزارة (شروط ذُكرت سنة 2020).
emergency-arrest = أتفهم قلقكم. تحدثوا إلى القنصلية: هناك دورية من سنة 2014 تنص على مساعدة محامين تعينهم السفارات والقنصليات (مقال غير مؤرخ). وإن كان أحد في خطر، فاتصلوا فوراً بالشرطة أو الإسعاف في البلد الذي توجدون فيه.
emergency-lost-passport = صرحوا أولاً بالضياع أو السرقة: هذا التصريح مطلوب للحصول على جواز جديد (صفحة قنصلية غير مؤرخة). ومنذ يناير 2024 يمكنكم أخذ موعد لجواز السفر في أي قنصلية؛ وللحالات المستعجلة كان هناك جواز مؤقت سنة 2015. وإن كنتم في خطر، فاتصلوا بالشرطة أو الإسعاف في البلد الذي توجدون فيه.

## Suivi d'un dossier : les refus

error-ticket-not-found = لا يوجد ملف بهذا المرجع وهذا الرمز. المرجو التحقق منهما معاً: الرمز لا يتضمن أبداً O ولا 0، ولا I ولا 1.
error-too-many-tries = محاولات كثيرة برمز خاطئ. أعيدوا المحاولة بعد مهلة: { $seconds } ثانية.
error-too-many-requests = طلبات كثيرة دفعة واحدة. أعيدوا المحاولة بعد مهلة: { $seconds } ثانية.
error-form-too-large = ما أرسلتموه طويل جداً. ارجعوا إلى الصفحة السابقة: نصكم ما زال فيها، اختصروه.
error-ticket-settled = هذا الملف مغلق: لا يمكن إضافة شيء إليه ولا سحبه.
error-ticket-under-way = ما زال هذا الملف قيد المعالجة: لا شيء يمكن تقييمه أو إعادة فتحه.
error-no-longer-reopened = لم يعد ممكناً إعادة فتح هذا الملف: المهلة بالأيام هي { $days }. يمكنكم فتح ملف آخر.
error-continuation-refused = هذا الرمز غير صالح أو انتهت صلاحيته. اطلبوا رمزاً جديداً على الجهاز الآخر.
error-stale-form = بقيت هذه الصفحة مفتوحة مدة طويلة. أدخلوا المرجع والرمز من جديد: لم يضع شيء مما أرسلتموه.

## Suivi d'un dossier : les pages

page-suivi-title = تتبع ملفي
page-suivi-languages = اللغة
page-suivi-intro = أدخلوا المرجع والرمز اللذين توصلتم بهما عند فتح الملف.
page-suivi-reference = المرجع
page-suivi-code = الرمز (ستة أحرف أو أرقام)
page-suivi-look = عرض ملفي
page-suivi-lost = هل ضاع المرجع أو الرمز؟
page-suivi-assistant = اطلبوا من المساعد التحدث إلى موظف.
page-suivi-kept = نصكم محفوظ: ستجدونه فور فتح الملف.
page-suivi-where = أين وصل ملفكم
page-suivi-holder = عند من
page-suivi-holder-agent = موظف بالوزارة
page-suivi-holder-supervisor = مسؤول بالوزارة
page-suivi-holder-admin = مسؤول بالوزارة
page-suivi-holder-none = لم يُسند بعد إلى موظف
page-suivi-holder-settled = لا أحد: انتهت معالجة الملف
page-suivi-since = منذ { $date }
page-suivi-next = ما التالي
page-suivi-next-acknowledge = سيتولى أحد الموظفين الملف.
page-suivi-next-answer = المصلحة تعد جوابها.
page-suivi-next-citizen = ننتظر جوابكم: اكتبوه أسفله.
page-suivi-next-third-party = ننتظر جواب جهة أخرى.
page-suivi-next-nothing = لا شيء: انتهت معالجة الملف.
page-suivi-until = هدف المصلحة: { $date }.
page-suivi-late = كان الهدف { $date }، وقد فات.
page-suivi-files = الملفات المتوصل بها
page-suivi-answers = أجوبة الوزارة
page-suivi-timeline = ما حدث
page-suivi-step-received = تم التوصل بالملف
page-suivi-step-taken-up = بدأت معالجته
page-suivi-step-asked = طُرح عليكم سؤال
page-suivi-step-handed-on = في انتظار جهة أخرى
page-suivi-step-answered = جواب من الوزارة
page-suivi-step-written = أضفتم معلومات
page-suivi-step-resolved = تم الحل
page-suivi-step-closed = أُغلق الملف
page-suivi-step-withdrawn = سحبتم الملف
page-suivi-step-reopened = أعيد فتح الملف
page-suivi-add = إضافة معلومات إلى الملف
page-suivi-add-text = ماذا تريدون أن تضيفوا؟
page-suivi-rate = رأيكم
page-suivi-solved = هل حُل مشكلكم؟
page-suivi-solved-yes = نعم
page-suivi-solved-no = لا
page-suivi-rating = كيف كانت الخدمة؟ 1: سيئة جداً، 5: جيدة جداً.
page-suivi-rate-text = كلمة أخرى إن شئتم
page-suivi-reopen = لم يُحل المشكل: إعادة فتح الملف
page-suivi-reopen-until = ممكن إلى غاية { $date }. سيتولاه موظف آخر.
page-suivi-reopen-text = ما الذي لم يُحل؟
page-suivi-reopen-button = إعادة الفتح
page-suivi-withdraw = سحب الملف
page-suivi-withdraw-sure = نعم، أريد أن تتوقف المصلحة عن معالجته.
page-suivi-withdraw-button = سحب
page-suivi-leave = إغلاق ملفي على هذا الجهاز
page-suivi-done-add = أُضيف ذلك إلى ملفكم.
page-suivi-done-withdraw = تم سحب ملفكم.
page-suivi-done-rate = شكراً، تم تسجيل رأيكم.
page-suivi-done-reopen = أعيد فتح ملفكم.
page-suivi-incomplete = ينقص شيء: المرجو الجواب عن كل أسئلة الاستمارة.
page-refused-title = لم يُقبل الإرسال
page-refused-unreadable = تعذرت قراءة الاستمارة. عودوا إلى الصفحة وأعيدوا المحاولة.
page-refused-back = العودة إلى الصفحة

## E-mails : rien du contenu d'un dossier

mail-ticket-news-subject = جديد في ملفكم { $reference }
mail-ticket-news-body =
    السلام عليكم،

    هناك جديد في ملفكم { $reference }. للاطلاع عليه، افتحوا هذه الصفحة بالمرجع والرمز:

    { $url }

    هذه رسالة آلية: لا تجيبوا عنها. لا نطلب رمزكم أبداً عبر البريد الإلكتروني.

## Un dossier dans la conversation

ask-ticket-information = اكتبوا ما تريدون إضافته إلى الملف { $reference }. وللتراجع اكتبوا «إلغاء».
ask-withdrawal = هل تريدون فعلا سحب الملف { $reference }؟ سيتم إغلاقه.
ask-rating = شكرا على إخبارنا. كيف تقيمون الخدمة، من 1 (سيئة) إلى 5 (جيدة جدا)؟
ask-reopen-reason = أخبروني بما لم يحل بعد: سيعاد فتح الملف { $reference } ويسند إلى شخص آخر. أو اكتفوا بتقييم.
information-kept = تمت الإضافة إلى الملف { $reference }، وستطلع عليها المصلحة.
ticket-withdrawn = تم سحب الملف { $reference } وإغلاقه.
ticket-reopened = أعيد فتح الملف { $reference }، وسيتولاه شخص آخر.
rating-kept = شكرا، تم تسجيل تقييمكم.
ticket-left-as-it-is = حسنا، لن أغير شيئا في الملف.
choice-add-information = إضافة معلومة
choice-answer-question = الجواب
choice-solved-yes = نعم، تم الحل
choice-solved-no = لا، ليس بعد
choice-withdraw = سحب الملف
choice-withdraw-yes = نعم، اسحبوه
choice-withdraw-no = لا، أبقوه
choice-rate = تقييم الخدمة
choice-reopen = إعادة فتح الملف
choice-rating-1 = 1 – سيئة
choice-rating-2 = 2
choice-rating-3 = 3
choice-rating-4 = 4
choice-rating-5 = 5 – جيدة جدا

## Fichiers

file-taken = توصلت بملفكم. أحتفظ به لأرفقه بطلبكم؛ وإذا لم يُفتح أي طلب خلال 24 ساعة فسأحذفه.
file-joined = توصلت بملفكم، وقد أُرفق بطلبكم { $reference }.
voice-taken = توصلت برسالتكم الصوتية، لكنني لا أستطيع الاستماع إليها. أحتفظ بها لأرفقها بطلبكم، وسيستمع إليها أحد الموظفين. اكتبوا لي أيضاً أهم ما فيها. وإذا لم يُفتح أي طلب خلال 24 ساعة فسأحذفها.
error-file-too-large = هذا الملف كبير جداً: الحد الأقصى { $limit_mb } ميغابايت. أرسلوه بحجم أصغر.
error-image-too-large = هذه الصورة كبيرة جداً: الحد الأقصى { $limit } مليون بكسل. أرسلوها بحجم أصغر.
error-too-many-pages = هذه الوثيقة طويلة جداً: الحد الأقصى لعدد الصفحات { $limit }. أرسلوا الصفحات المفيدة فقط.
error-file-type-refused = لا أستطيع أخذ هذا الملف. آخذ { $allowed } والرسائل الصوتية.
error-file-broken = هذا الملف تالف أو ناقص ولا أستطيع قراءته. أعيدوا إرساله، أو أرسلوا صورة منه.
error-file-protected = هذه الوثيقة محمية بكلمة سر. أرسلوها بدون كلمة سر، أو أرسلوا صورة منها.
error-file-infected = وُجد فيروس في هذا الملف، فلم أحتفظ به. أرسلوا ملفاً آخر، أو صورة من الوثيقة.
error-files-unavailable = لا أستطيع أخذ الملفات في الوقت الحالي. أعيدوا إرسال هذا الملف بعد بضع دقائق؛ ويمكنكم مواصلة الكتابة.
error-too-many-files = بلغتم الحد الأقصى حالياً لعدد الملفات، وهو { $limit }. سترفق بطلبكم، ويمكنكم إرسال غيرها بعد ذلك.
error-files-too-large = تتجاوز ملفاتكم { $limit_mb } ميغابايت في المجموع. لا أستطيع أخذ ملف آخر.
error-no-such-file = هذا الملف غير موجود، أو لم يعد موجوداً.

## Après l'ouverture d'un dossier, et avant de parler à une personne

ticket-how-to-follow = عودوا إلى هنا بعد بضعة أيام بالمرجع والرمز: دون بريد إلكتروني لا يمكننا إخباركم بوصول جواب.
ticket-how-to-follow-there = دون بريد إلكتروني لا يمكننا إخباركم بوصول جواب. عودوا بعد بضعة أيام بالمرجع والرمز إلى: { $url }
agent-expect-open = المصلحة مفتوحة الآن إلى غاية { $time } (بتوقيت المغرب). كل سؤال يصل بعد ذلك يُحفظ ويُقرأ عند الفتح.
agent-expect-closed = المصلحة مغلقة الآن. تفتح يوم { $day } على الساعة { $time } (بتوقيت المغرب). سيُحفظ سؤالكم ويُقرأ عند الفتح.
agent-expect-hours = { $count ->
    [zero] يصل أول جواب عادة بسرعة.
    [one] يصل أول جواب عادة بعد ساعة تقريباً.
    [two] يصل أول جواب عادة بعد ساعتين تقريباً.
    [few] يصل أول جواب عادة بعد { $count } ساعات تقريباً.
   *[other] يصل أول جواب عادة بعد { $count } ساعة تقريباً.
}
agent-expect-days = { $count ->
    [zero] يصل أول جواب عادة بسرعة.
    [one] يصل أول جواب عادة بعد يوم تقريباً.
    [two] يصل أول جواب عادة بعد يومين تقريباً.
    [few] يصل أول جواب عادة بعد { $count } أيام تقريباً.
   *[other] يصل أول جواب عادة بعد { $count } يوماً تقريباً.
}
weekday-0 = الاثنين
weekday-1 = الثلاثاء
weekday-2 = الأربعاء
weekday-3 = الخميس
weekday-4 = الجمعة
weekday-5 = السبت
weekday-6 = الأحد

## Suivi d'un dossier : les fichiers, le récépissé, la fin

page-suivi-add-files = صور أو وثائق أو رسائل صوتية
page-suivi-files-hint = لا تتجاوزوا { $count } ملفات، و{ $limit_mb } ميغابايت لكل ملف (JPEG وPNG وWebP وPDF والصوت).
page-suivi-files-again = لم تُرسل الملفات: اختاروها من جديد.
page-suivi-empty = لم تكتبوا شيئاً: تكفي بضع كلمات، أو ملف إذا كنتم تكملون ملفكم.
page-suivi-rest-added = وقد أضيف باقي ما أرسلتموه إلى ملفكم.
page-suivi-receipt = تنزيل وصل الإيداع (PDF)
page-suivi-outcome = كيف انتهى الملف
page-suivi-reopenable = يمكنكم طلب إعادة فتح هذا الملف إلى غاية { $date }.
page-suivi-not-reopenable = لم تعد إعادة فتح هذا الملف ممكنة: كان ذلك ممكناً إلى غاية { $date }.
error-some-files-refused = { $count ->
    [one] لم نتمكن من أخذ هذا الملف:
   *[other] لم نتمكن من أخذ هذه الملفات:
}

## Une personne, deux canaux : lier la conversation du site et celle de Telegram

link-code =
    للمتابعة على الموقع، افتحوا جسر واضغطوا على «المتابعة في مكان آخر» ثم أدخلوا هذا الرمز:
    { $code }
    يُستعمل مرة واحدة خلال { $minutes ->
        [zero] { $minutes } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }. وإن أعطاكم الموقع رمزاً، فأرسلوا إليّ: /lier متبوعاً بالرمز.
link-asked-telegram-to = هل تريدون أن تتابعوا هنا، على تيليغرام، المحادثة التي بدأتموها على الموقع؟
link-asked-telegram-from = أدخل أحدهم رمزكم على الموقع ويريد أن يتابع هناك هذه المحادثة. إن لم تكونوا أنتم، فارفضوا. هل توافقون؟
link-asked-web-to = هل تريدون أن تتابعوا هنا المحادثة التي بدأتموها على تيليغرام؟
link-asked-web-from = أدخلت محادثة على تيليغرام رمزكم وتريد أن تتابع هذه المحادثة. إن لم تكونوا أنتم، فارفضوا. هل توافقون؟
link-unfinished = - لم يكتمل بعد: { $kind } ({ $category })
link-unfinished-bare = - لم يكتمل بعد: { $kind }
link-tickets = - ملفات قيد المعالجة: { $references }
link-both-sides = وستصل أجوبة الوزارة بعد ذلك إلى الجهتين.
link-which-form = بدأتم هنا أيضاً ({ $kind }). بماذا تحتفظون؟ إن أخذتم ما يأتي من هناك، مُحي ما بدأتموه هنا. وإلا بقي كل شيء في مكانه.
link-choice-yes = نعم، متابعة
link-choice-no = لا، رفض
link-choice-moved = أخذ ما يأتي من هناك
link-choice-own = الاحتفاظ بما هو هنا
link-waiting-telegram = حسناً. وافقوا الآن في نافذة جسر على الموقع: لا يتم الربط قبل ذلك.
link-waiting-web = حسناً. وافقوا الآن في تيليغرام: لا يتم الربط قبل ذلك.
link-refused = حسناً، لم يتم أي ربط.
link-declined-telegram = لم تتم الموافقة على الموقع: لم يتم أي ربط.
link-declined-web = لم تتم الموافقة في تيليغرام: لم يتم أي ربط.
link-made-telegram = تم الربط: ستصلكم الأجوبة هنا وعلى الموقع. لإيقافه: /delier
link-made-web = تم الربط: ستصلكم الأجوبة هنا وعلى تيليغرام. لإيقافه: «المتابعة في مكان آخر».
link-stays = ما بدأتموه هنا يبقى هنا: أكملوه هنا.
link-moved-telegram = ما بدأتموه هنا يتواصل على الموقع. وقد أُغلق هنا حتى لا يُرسل مرتين.
link-moved-web = ما بدأتموه هنا يتواصل على تيليغرام. وقد أُغلق هنا حتى لا يُرسل مرتين.
link-goes-on = نتابع هنا. كنتم عند هذا السؤال:
link-holds-web = هذه المحادثة مرتبطة بمحادثة على تيليغرام.
link-choice-end = فك الارتباط
link-ended = تم: لم تعد المحادثتان مرتبطتين.
link-ended-telegram = لم تعد محادثة الموقع مرتبطة بهذه المحادثة. ولن تُعلن ملفاتها هنا بعد الآن.
link-ended-web = لم تعد محادثة تيليغرام مرتبطة بهذه المحادثة. ولن تُعلن ملفاتها هنا بعد الآن.
link-none = هذه المحادثة غير مرتبطة بأي محادثة أخرى.
which-ticket = عن أي ملف تسألون؟ لملف آخر، أعطوني مرجعه ورمزه.
error-already-linked = إحدى المحادثتين مرتبطة بمحادثة أخرى. أوقفوا ذلك الارتباط أولاً.
error-link-unreachable = لم يعد تيليغرام يوصل رسائلي إلى هذه المحادثة، فلم يتم ربطها. ارفعوا الحظر عني هناك ثم اطلبوا رمزاً جديداً.
command-lier = المتابعة على الموقع

## Mes données : les voir, les effacer

command-mesdonnees = الاطلاع على معطياتي المحفوظة
command-oublier = محو معطياتي المحفوظة
my-data-telegram = هنا، على تيليغرام: يرسل إليكم /mesdonnees كل ما أحتفظ به من هذه المحادثة، ويمحوه /oublier.
my-data-web = وهنا أيضاً: «معطياتي»، في القائمة أو أسفل الصفحة، تعرض كل ما أحتفظ به، وتحفظه لكم أو تمحوه.
own-data-lead-telegram = هذا ما أحتفظ به من هذه المحادثة. كل شيء في الملفات المرسلة: واحد للقراءة، وواحد للبرامج (JSON)، ومرفقاتكم إن وُجدت.
own-data-lead-web = هذا ما أحتفظ به من محادثتنا:
own-data-nothing = لا أحتفظ بأي شيء من محادثتنا.
own-data-messages = { $count ->
    [zero] - لا رسائل
    [one] - رسالة واحدة، تُمحى بعد { $days } يوماً من التوصل بها
    [two] - رسالتان، تُمحيان بعد { $days } يوماً من التوصل بهما
    [few] - { $count } رسائل، تُمحى بعد { $days } يوماً من التوصل بها
    [many] - { $count } رسالة، تُمحى بعد { $days } يوماً من التوصل بها
   *[other] - { $count } رسالة، تُمحى بعد { $days } يوماً من التوصل بها
}
own-data-unfinished = - ما بدأتموه ولم ترسلوه بعد
forget-files = { $count ->
    [zero] - لا ملفات خارج الملفات الإدارية
    [one] - مرفق واحد لا ينتمي إلى أي ملف
    [two] - مرفقان لا ينتميان إلى أي ملف
    [few] - { $count } مرفقات لا تنتمي إلى أي ملف
    [many] - { $count } مرفقاً لا تنتمي إلى أي ملف
   *[other] - { $count } مرفق لا تنتمي إلى أي ملف
}
own-data-subscription = - اشتراككم في الأخبار
own-data-link-telegram = - الارتباط بمحادثة الموقع
own-data-link-web = - الارتباط بمحادثتكم على تيليغرام
own-data-tickets = - ملفاتكم: { $references }
own-data-longer = ما دام هناك ملف لم يُغلق، تُحفظ المحادثة معه.
forget-lead = إذا أكدتم، أمحو فوراً وبصفة نهائية:
forget-messages = { $count ->
    [zero] - محادثتنا (دون رسائل)
    [one] - محادثتنا (رسالة واحدة)
    [two] - محادثتنا (رسالتان)
    [few] - محادثتنا ({ $count } رسائل)
    [many] - محادثتنا ({ $count } رسالة)
   *[other] - محادثتنا ({ $count } رسالة)
}
forget-notices = { $count ->
    [zero] - لا رسائل أرسلتها من تلقاء نفسي
    [one] - رسالة واحدة أرسلتها إليكم من تلقاء نفسي
    [two] - رسالتان أرسلتهما إليكم من تلقاء نفسي
    [few] - { $count } رسائل أرسلتها إليكم من تلقاء نفسي
    [many] - { $count } رسالة أرسلتها إليكم من تلقاء نفسي
   *[other] - { $count } رسالة أرسلتها إليكم من تلقاء نفسي
}
forget-opinions = { $count ->
    [zero] - لا آراء في الأجوبة
    [one] - رأيكم في جواب واحد
    [two] - رأيكم في جوابين
    [few] - رأيكم في { $count } أجوبة
    [many] - رأيكم في { $count } جواباً
   *[other] - رأيكم في { $count } جواب
}
forget-stays-telegram = تبقى ملفاتكم ({ $references }) مع عنوان هذه المحادثة لكي نجيبكم: على الإدارة أن تتمكن من معالجتها. لسحب ملف: /suivi ثم «سحب الملف». ولطلب محوها: اكتبوا «التحدث إلى موظف».
forget-stays-web = تبقى ملفاتكم ({ $references }): على الإدارة أن تتمكن من معالجتها. احتفظوا بالمرجع والرمز، فبهما تفتحون صفحة التتبع (⁦/suivi⁩)، ومنها يمكنكم أيضاً سحب ملف. ولطلب محوها: اكتبوا «التحدث إلى موظف».
forget-stays-counted = { $count ->
    [zero] لا يبقى أي ملف.
    [one] يبقى ملف واحد: على الإدارة أن تتمكن من معالجته.
    [two] يبقى ملفان: على الإدارة أن تتمكن من معالجتهما.
    [few] تبقى { $count } ملفات: على الإدارة أن تتمكن من معالجتها.
    [many] يبقى { $count } ملفاً: على الإدارة أن تتمكن من معالجتها.
   *[other] يبقى { $count } ملف: على الإدارة أن تتمكن من معالجتها.
}
forget-sure = هل أمحو؟
forget-choice-yes = نعم، محو كل شيء
forget-choice-no = لا، احتفاظ
forget-left = حسناً، لم أمحُ شيئاً.
forget-done = تم المحو يوم { $date } على الساعة { $time } (بتوقيت المغرب):
forget-backups = وفي النسخ الاحتياطية، يختفي كل ذلك في أجل أقصاه { $date }.
forget-number = رقم هذا الوصل: { $id }
forget-receipt-title = وصل المحو
forget-receipt-open = فتح الوصل للاحتفاظ به أو طباعته
forget-receipt-pdf = الوصل بصيغة PDF
own-data-title = معطياتي
own-data-save-zip = حفظ كل شيء مع المرفقات (zip)
own-data-save-html = حفظ صفحة للقراءة
own-data-save-json = حفظ نسخة للبرامج (JSON)
own-data-forget = محو كل شيء…
own-data-ticket = حفظ هذا الملف كاملاً:
own-data-page-title = ما يحتفظ به جسر من هذه المحادثة
own-data-page-conversation = هذه المحادثة
own-data-page-messages = رسائلنا
own-data-page-notices = ما أرسله إليكم جسر من تلقاء نفسه
own-data-page-announcements = الأخبار التي وصلتكم
own-data-page-unfinished = بدأتموه ولم ترسلوه بعد
own-data-page-tickets = ملفاتكم
own-data-page-files = مرفقات لا تنتمي إلى أي ملف
own-data-page-opinions = آراؤكم في الأجوبة
own-data-page-subscription = اشتراككم في الأخبار
own-data-page-link = الارتباط بمحادثة القناة الأخرى
own-data-page-you = أنتم
own-data-page-jisr = جسر
own-data-page-ministry = الوزارة
own-data-page-none = لا شيء.
own-data-field-channel = القناة
own-data-field-address = رقم هذه المحادثة
own-data-field-language = اللغة
own-data-field-begun-at = بدأت يوم
own-data-field-text = الرسالة
own-data-field-kind = النوع
own-data-field-category = الموضوع
own-data-field-country = البلد
own-data-field-description = الوصف
own-data-field-contact = وسيلة الاتصال
own-data-field-reference = المرجع
own-data-field-code = الرمز
own-data-field-state = الحالة
own-data-field-opened-at = فُتح يوم
own-data-field-consented-at = أُعطيت الموافقة يوم
own-data-field-consent-text = نص الموافقة
own-data-field-consent-version = صيغة هذا النص
own-data-field-rating = تقييمكم
own-data-field-rating-words = رأيكم
own-data-field-name = المرفق
own-data-field-helpful = هل أفادكم الجواب
own-data-field-words = كلماتكم
own-data-field-created-at = منذ
own-data-field-since = منذ
own-data-helpful-true = نعم
own-data-helpful-false = لا
own-data-channel-web = الموقع
own-data-channel-telegram = تيليغرام
## أخبار تُرسل إلى من طلبها

announcement-programme = جديد في أحد البرامج
announcement-deadline = أجل يقترب
announcement-law = جديد في القانون
announcement-source = المصدر: { $title }
announcement-why = تصلكم هذه الرسالة لأنكم طلبتم هذه الأخبار.
announcement-stop = إيقاف كل الأخبار
announcement-less-programme = إيقاف أخبار البرامج
announcement-less-deadline = إيقاف أخبار الآجال
announcement-less-law = إيقاف أخبار القوانين
announcement-less-topic = إيقاف أخبار: { $topic }
