# الهضرة ديال «جسر» بالدارجة (بالحروف العربية). نفس المفاتيح اللي ف fr وar وary-Latn.
# جمل قصار، بلا نتا/نتي قد ما يمكن، وماشي الفصحى مترجمة. باش تتأكد: make lint

## Accueil et politesse

greet = السلام عليكم، أنا جسر، المساعد ديال مغاربة العالم. فاش نقدر نعاونك؟
goodbye = بسلامة، تهلا فراسك.
thank = مرحبا بيك، الله يحفظك.
help =
    نقدر:
    - نجاوب على الأسئلة على البرامج ديال مغاربة العالم، ونقول منين جبت الجواب؛
    - نسجل شكاية ولا اقتراح؛
    - نشوف فين وصل الدوسي، بالنمرة والكود ديالو؛
    - ندوز السؤال لشي موظف.
    بالعربية، بالفرنسية ولا بالدارجة، كيف ما بغيتو.
first-contact-notice = أنا مساعد آلي، والهضرة ديالنا كتبقى محفوظة 30 يوم. إلا كتبتي «المعطيات ديالي» نشرح ليك كلشي.
affirm-nothing = مرحبا! شنو بغيتي تعرف؟
deny-nothing = ماشي مشكل، على خاطرك. أنا هنا إلا كان شي سؤال.
out-of-scope = سمح ليا، هادشي ماشي من الخدمة ديالي. كنجاوب على البرامج ديال مغاربة العالم، وكنسجل الشكايات والاقتراحات.
insulted = كنفهم بلي نتا معصب، وأنا هنا باش نعاونك. قول ليا شنو واقع، ولا خليها لشي موظف ديال الوزارة.
insulted-again = أنا باقي هنا إلا احتجتيني.
other-language = كنفهم العربية، الفرنسية والدارجة. تقدر تكتب بوحدة فيهم، ولا بغيتي شي موظف يجاوبك؟
my-data =
    هادشي اللي كنخلي عندي:
    - الهضرة ديالنا، 30 يوم، باش نحسنو الخدمة؛
    - الدوسيات ديالك (شكاية، اقتراح، سؤال)، غير إلا قلتي واخا.
    من حقك تشوف المعطيات ديالك، تصححهم ولا تطلب يتمسحو (القانون 09.08). باش تطلب هادشي، تقدر تكتب «نهضر مع شي موظف» وتقول شنو بغيتي، بحال «مسحو المعطيات ديالي».

## Langue

which-language = بشمن لغة نكملو؟
language-changed = واخا، نكمل بالدارجة.
language-ar = العربية
language-fr = Français
language-ary = الدارجة
language-ary-latn = Darija

## Réponses sur les programmes

list-programmes = { $count ->
    [zero] دابا ما لقيت حتى برنامج فالاستراتيجية ديال مغاربة العالم.
    [one] ها البرنامج اللي كاين فالاستراتيجية ديال مغاربة العالم.
    [two] الاستراتيجية ديال مغاربة العالم فيها جوج برامج. شمن واحد فيهم؟
    [few] الاستراتيجية ديال مغاربة العالم فيها { $count } ديال البرامج. شمن واحد فيهم؟
    [many] الاستراتيجية ديال مغاربة العالم فيها { $count } برنامج. شمن واحد فيهم؟
   *[other] الاستراتيجية ديال مغاربة العالم فيها { $count } برنامج. شمن واحد فيهم؟
}
did-you-mean = ما عرفتش واش فهمت مزيان. واش السؤال على:
unknown = ما عنديش جواب أكيد على هادشي، وما بغيتش نجيب شي حاجة من راسي. ندوزو السؤال لشي موظف؟
facet-missing = ما لقيت حتى معلومة أكيدة على هادشي ف«{ $topic }». شي موظف يقدر يجاوبكم. ها شنو كنعرف:
facet-overview = على شنو كيهضر
facet-eligibility = شكون عندو الحق؟
facet-documents = شنو هما الوراق؟
facet-procedure = كيفاش ندير؟
facet-amount = شحال؟
facet-deadline = إمتى، وشحال ديال الوقت؟
facet-contact = معامن نهضر؟
facet-status = واش باقي خدام؟
answer-past-review = خاص التأكد: هاد المعلومات كان خاصها تتراجع قبل { $date }.
answer-never-reviewed = خاص التأكد: هاد المعلومات ما عندهاش تاريخ باش تتراجع.
term = { $term }: { $meaning }
which-post = لقيت كتر من وحدة ({ $count }). شمن وحدة بغيتو؟
post-title = { $kind } ف{ $city } ({ $country })
post-embassy = السفارة ديال المغرب
post-consulate-general = القنصلية العامة ديال المغرب
post-consulate = القنصلية ديال المغرب
post-covers = البلايص اللي تابعين ليها: { $area }
post-address = العنوان: { $text } ({ $date })
post-phone = التيليفون: { $text } ({ $date })
post-email = الإيميل: { $text } ({ $date })
post-hours = الوقت اللي حالة فيه: { $text } ({ $date })
post-check = تأكدو قبل ما تمشيو: { $site }
post-no-contact = ما عنديش عنوان ولا تيليفون ولا وقت أكيد ديال هاد البلاصة. السيت الرسمي: { $site }
competence = باش تكونو فالخبار: { $text }
source-line = { $title } ({ $date })
source-undated = بلا تاريخ
sources-title = منين جبت هادشي

## Quand je ne comprends pas

not-understood = ما فهمتش مزيان. تقدر تعاودها ليا بطريقة أخرى، بشي كلمات قلال؟
not-understood-again = سمح ليا، مازال ما فهمتش. شي موظف يقدر يجاوبك.
internal-error = وقع مشكل تقني وما قدرتش نجاوبك على هادشي. ما ضاع والو: تقدر تعاود، ولا خلي الطلب ديالك لشي موظف.
degraded-unknown = دابا كنفهم قل من العادة. الأحسن كلمة وحدة ساهلة («المنحة»، «نقل الجثمان»)، ولا خلي ليا شكاية.

## Dossier : les questions

ask-consent = مرحبا، أنا معاك. نسجل الكلام ديالك، ويقراوه الموظفين ديال الوزارة غير باش يجاوبوك (القانون 09.08). واخا؟
ask-category = شنو هو الموضوع؟
ask-country = فأشمن بلاد واقع هادشي؟
ask-description = حكي ليا شنو واقع، بالكلام ديالك: شنو، فين، ومن إمتى.
ask-description-suggestion = شنو هي الفكرة ديالك؟ قولها بالكلام ديالك.
ask-description-question = شنو هو السؤال ديالك؟ غادي يجاوبك شي واحد من الموظفين.
ask-contact = كيفاش نتاصلو بيك: إيميل ولا نمرة؟ ماشي ضروري، النمرة ديال الدوسي والكود كافيين باش تعرف فين وصل.
ask-confirmation =
    ها الشكاية ديالك:
    - الموضوع: { $category }
    - البلاد: { $country }
    - شنو واقع: { $description }
    - كيفاش نتاصلو بيك: { $contact }
    نصيفطها؟
ask-reference = عطيني النمرة ديال الدوسي (كتبدا ب MDM) والكود ديالو، فيه 6 ديال الحروف ولا الأرقام.
ask-code = باقي خاصني الكود ديال هاد الدوسي، فيه 6 ديال الحروف ولا الأرقام.
unclear-consent = تقدر تجاوب ب«واخا» ولا «لا»، ولا تسول على اللي بغيتي.
unclear-category = ما عرفتش شمن موضوع هادا.
unclear-country = ما عرفتش شمن بلاد هادي.
unclear-description = باقي خاصني شي كلمات على اللي واقع.
unclear-contact = ما لقيت لا إيميل لا نمرة ديال التيليفون. إلا ما بغيتيش تعطيهم، تقدر تكتب غير «والو».
unclear-confirmation = خاصني «واخا» باش نصيفطها، ولا شنو نبدل (بحال: «لا، بلجيكا»). «لغي كلشي» كتمسح كلشي.
contact-none = بلا وسيلة اتصال

## Dossier : l'issue

ticket-opened =
    صافي، تسجل كلشي ({ $kind }).
    نمرة الدوسي: { $reference }
    الكود: { $code }
    حتافظ بهاد الجوج، بيهم غادي تعرف فين وصل الدوسي.
ticket-targets = الهدف ديال المصلحة: نعلموك بلي توصلنا بيه قبل ما يسالي نهار { $acknowledge_on }، ونجاوبوك قبل ما يسالي نهار { $answer_on }.
ticket-target = الهدف ديال المصلحة: نعلموك بلي توصلنا بيه قبل ما يسالي نهار { $acknowledge_on }.
ticket-cancelled = صافي، تلغا. ما بقا محفوظ والو من هاد الدوسي.
consent-refused = ماشي مشكل، ما غادي نسجل والو وغادي نمسح اللي قلتي ليا. إلا كان عندك شي سؤال، باقي نقدر نجاوبك.
ticket-found =
    الدوسي { $reference } ({ $kind }): { $state }.
    تسجل نهار { $opened_on }.
ticket-found-until = الهدف ديال المصلحة: نجاوبوك قبل ما يسالي نهار { $answer_on }.
ticket-found-late = الهدف ديال المصلحة كان هو نجاوبوك قبل { $answer_on }. هاد النهار فات.
ticket-found-stopped = الوقت واقف دابا: كنتسناو الجواب ديالك.
ticket-found-answer = آخر جواب ديال المصلحة: { $text }
ticket-not-found = ما لقيتش شي دوسي بهاد النمرة وهاد الكود. عافاك، خاصك تراجعهم بجوج: الكود عمرو ما كيكون فيه O ولا 0، لا I ولا 1. وإلا تلف ليك الكود، شي موظف يقدر يعاونك.
staff-reply =
    الوزارة جاوبات على الدوسي ديالك { $reference }:
    { $text }
ticket-state-changed = الدوسي ديالك { $reference } دابا: { $state }.
target-near =
    الدوسي { $reference }: الهدف ديالنا نجاوبوك قبل ما يسالي نهار { $answer_on }.
    راه تعطلنا، ويقدر هاد النهار يفوت بلا جواب. الدوسي ديالك ما تنساش، وما خاصك دير والو.
target-missed =
    الدوسي { $reference }: الهدف ديالنا كان نجاوبوك قبل { $answer_on }، وما وصلناش ليه. الدوسي ديالك باقي محلول.
    تقدر حتى تمشي عند وسيط المملكة، إلا ما كانتش القضية فالمحكمة:
    - تمشي عندهم، تهضر معاهم، ولا تصيفط برية، إيميل ولا فاكس؛
    - قول ليهم أشمن إدارة فيها المشكل وشنو درتي من قبل، وعطيهم نمرة هاد الدوسي؛
    - شارع الزيتون، القطاع 15، بلوك Q2، حي الرياض، الرباط، البوسطة 21؛ www.mediateur.ma (صفحات بلا تاريخ).
in-court =
    قلتي بلي القضية راها فالمحكمة. هاد المصلحة ما تقدرش تحكم فيها: غير المحكمة اللي كتحكم. حتى الإدارة اللي كتوصلها الشكاية والوسيط ما كيشوفوش فيها (صفحات بلا تاريخ).
    تقدر تكمل إلا كانت شي حاجة أخرى، بحال كيفاش تعاملو معاك فشي مصلحة.

ticket-settled =
    الوزارة جاوبات على الدوسي ديالك { $reference }: { $answer_type }.
    { $text }
ticket-settled-question = واش تحل ليك المشكل؟
ticket-question =
    الوزارة عندها سؤال على الدوسي ديالك { $reference }:
    { $text }
    كنتسناو الجواب ديالك.
ticket-forwarded = صيفطنا الدوسي ديالك { $reference } ل: { $body }. هوما اللي خاصهم يجاوبو دابا. حنا متابعين معاهم، وإلا تعطلو نعاودو نفكروهم.
ticket-merged = الدوسي ديالك { $reference } جمعناه مع الدوسي الآخر ديالك { $into }: من دابا تبع غير هادا.
ticket-joined = الدوسي ديالك { $reference } جمعناه مع دوسي آخر على نفس الموضوع، وتسد. إلا باقي المشكل، تقدر تطلب تهضر مع شي موظف.

answer-type-granted = تقبل الطلب
answer-type-partly-granted = تقبل غير شي جزء من الطلب
answer-type-refused = ما تقبلش الطلب
answer-type-explained = تشرحات ليك الحالة
answer-type-forwarded = الدوسي مشا للإدارة اللي مسؤولة عليه
answer-type-not-competent = هادشي ماشي من شغل الوزارة
answer-type-withdrawn = تسحب كيما طلبتي
answer-type-duplicate = خدامين عليه فدوسي آخر
answer-type-unreachable = ما قدرناش نتاصلو بيك
answer-type-abuse = ما تحترموش القواعد ديال المصلحة
remedy-none = ما كاينة حتى حاجة أخرى تدار.
remedy-reopen = إلا ما عجبكش الجواب، تقدر تطلب يتعاود يتحل الدوسي { $reopen_days ->
        [zero] فنفس النهار
        [one] فنهار واحد
        [two] فيوماين
        [few] ف { $reopen_days } أيام
        [many] ف { $reopen_days } يوم
       *[other] ف { $reopen_days } يوم
    }، وغادي يشوفو موظف آخر.
remedy-mediator = إلا ما عجبكش الجواب، تقدر تمشي عند الوسيط (Médiateur)، غير إلا ما كانش المشكل فالمحكمة. خاصك تكتب سميتك والعنوان ديالك، وشمن إدارة كتشكي بيها، وشنو درتي معاها وشنو خرج من داكشي. زيد معاها الوراق، وصرح بلي المشكل ماشي فالمحكمة. الشكاية تقدر تقولها تما، ولا تصيفطها فالبوسطة ولا بالإيميل ولا بالفاكس (mediateur.ma، صفحة بلا تاريخ).
remedy-court = من دابا الكلمة عند المحكمة: لا هاد المصلحة لا الوسيط ما كيشوفو فشي قضية اللي فالمحكمة (صفحات بلا تاريخ).
remedy-competent-body = باش تكمل، خاصك تمشي عند الإدارة اللي مذكورة فالجواب.

kind-complaint = شكاية
kind-suggestion = اقتراح
kind-question = سؤال لشي موظف
state-new = توصلنا بيه
state-open = خدامين عليه
state-waiting-citizen = كنتسناو الجواب ديالك
state-waiting-third-party = كنتسناو إدارة أخرى
state-resolved = تحل المشكل
state-closed = تسد
category-consular = قنصلية، باسبور، حالة مدنية
category-customs = الديوانة، الطوموبيل
category-justice = المحكمة والعدل
category-social-security = الضمان الاجتماعي، التقاعد
category-land-housing = الأرض، السكنى
category-education = المدرسة، القراية، المنحة
category-programmes = البرامج ديال الوزارة
category-associations = الجمعيات
category-other = حاجة أخرى

## Boutons

choice-consent-yes = آه، واخا
choice-consent-no = لا
choice-contact-none = بلا نمرة بلا إيميل
choice-confirm-yes = آه، صيفطها
choice-confirm-no = لا، نبدل شي حاجة
choice-cancel = لغي كلشي
choice-programmes = البرامج
choice-complaint = بغيت نشكي
choice-check = فين وصل الدوسي ديالي
choice-agent = نهضر مع شي موظف

## Erreurs de saisie

error-malformed-request = ما قدرتش نقرا هاد الطلب ({ $field }).
error-empty-message = الرسالة خاوية. خاص شي كلمات على السؤال ديالك، عافاك.
error-message-too-long = الرسالة طويلة بزاف: { $length ->
        [zero] { $length } حرف
        [one] حرف واحد
        [two] جوج ديال الحروف
        [few] { $length } ديال الحروف
        [many] { $length } حرف
       *[other] { $length } حرف
    }، والحد هو { $limit }. خاصك تقسمها على جوج رسائل ولا كثر.
error-unknown-conversation = هاد المحادثة ما بقاتش. يالاه نعاودو من اللول.
error-unknown-choice = هاد البوطونة ما بقاتش خدامة هنا. تقدر تكتب الطلب ديالك، عافاك.
error-conversation-busy = باقي خدام على الرسالة اللي قبل. تقدر تعاود من دابا شوية.
error-unknown-turn = ما لقيتش الميساج اللي كتقصد: يمكن تمسح.
error-too-late-to-correct = شفت التصحيح ديالك، ولكن هاد الميساج داز. إلا كيبدل الطلب ديالك، صيفطو فميساج جديد.
error-not-found = هاد العنوان ما كاينش.
error-method-not-allowed = هاد العنوان ما كيقبلش هاد الطريقة.
error-internal-error = وقع مشكل تقني. الرسالة ديالك ما ضاعتش: تقدر تعاود.

## Telegram

telegram-used-choice = هاد الاختيار ديجا تستعمل.
telegram-only-text = كنقرا الكتابة، وكناخد التصاور والPDF ({ $limit_mb } ميݣا على الأكثر) والفوكالات. الباقي ما نقدرش نقراه. كتب ليا الطلب ديالك، عافاك.
telegram-passed-choice = هاد السؤال داز. إلا بغيتي تبدل شي جواب، غير كتبو.
telegram-corrected = صافي، غادي نجاوب على الميساج اللي صححتي.
telegram-also-in-arabic = تقدر تكتب ليا بالعربية ولا بالدارجة.
telegram-description =
    جسر كيجاوب مغاربة العالم بالعربية والفرنسية والدارجة:
    - السؤالات على البرامج والوراق، مع منين جات المعلومة؛
    - الشكايات والاقتراحات، مع الرقم والكود باش تعرف فين وصلات.
    هو غير مساعد آلي، ويقدر يجاوبك شي موظف.
telegram-short-description = المساعد ديال مغاربة العالم: سؤالات، شكايات، وفين وصل الدوسي، بالعربية والفرنسية والدارجة.
telegram-hint-country = كتب البلاد، ولا ورك على «{ $button }»: كنشوف غير البلاد، والبلاصة ما كنخليهاش عندي.
telegram-hint-contact = كتبو، ولا ورك على «{ $button }».
telegram-hint-description = تقدر حتى تصيفط تصاور ولا PDF ({ $limit_mb } ميݣا على الأكثر للواحد)، ولا فوكال: غادي يسمعو شي موظف.
telegram-share-country = 📍 نصيفط فين أنا
telegram-share-contact = 📱 نصيفط النمرة ديالي
telegram-place-read = البلاد اللي لقيت: { $country }. البلاصة ديالك ما خليتهاش عندي.
telegram-place-correctable = البلاد اللي لقيت: { $country }. البلاصة ديالك ما خليتهاش عندي. إلا ماشي هي، كتب ليا البلاد بصح.
telegram-place-unknown = ما عرفتش أشمن بلاد فهاد البلاصة. كتب ليا سمية البلاد، عافاك.
telegram-place-without-post = ما عندي حتى قنصلية فهاد البلاد. ها مع من تهضر.
telegram-contact-of-other = هاد النمرة ماشي ديالك، وما غاديش نخليها عندي. كتب ليا شنو بغيتي، عافاك.
telegram-contact-not-needed = ما محتاجش النمرة ديالك هنا، وما غاديش نخليها عندي: غادي نجاوبك هنا.
telegram-noted = صافي، وصلات.
telegram-private-only = كنجاوب غير فالمحادثة الخاصة.
command-start = نبداو
command-help = معاونة
command-langue = نبدل اللغة
command-programmes = البرامج
command-plainte = بغيت نشكي
command-suivi = فين وصل الدوسي
command-annuler = نلغي هادشي اللي بديت
nothing-to-cancel = ما كاين والو باش يتلغا.

## Annonces par Telegram : l'abonnement

command-abonnements = بغيت يوصلني الجديد
command-stop = نحبس الأخبار
news-consent =
    نقدر نخبرك ملي يكون شي جديد: البرامج، الآجال، والقوانين اللي تبدلات.
    إلا قلتي إيه، كنخلي عندي داكشي اللي ختاريتي (المواضيع، اللغة، البلاد، السوايع) باش نصيفط ليك هاد الأخبار وصافي (القانون 09.08). وتقدر تحبسهم وقت ما بغيتي، بالبوطونة اللي تحت كل خبر ولا بهاد الكوموند:
    /stop
    واش بغيتي يوصلوك؟
news-yes = إيه، بغيت
news-no = لا، شكرا
news-declined =
    واخا، ما غنصيفط ليك والو. إلا بدلتي رأيك:
    /abonnements
news-choices =
    الأخبار ديالك

    المواضيع: { $topics }
    اللغة: { $language }
    البلاد: { $country }
    ما نصيفط والو من { $start } حتى ل { $end } (بتوقيت { $city })

    ورك على شي بوطونة باش تبدل.
news-kind-programme = البرامج
news-kind-deadline = الآجال
news-kind-law = القوانين اللي تبدلات
news-topics = المواضيع
news-lang = اللغة
news-country = البلاد
news-quiet = وقت الراحة
news-end = حبس كلشي
news-done = صافي
news-back = رجوع
news-change = نبدل شي حاجة
news-which-topics = شنو المواضيع اللي كيهموك؟
news-all-topics = كاع المواضيع
news-which-lang = بشمن لغة بغيتي الأخبار؟
news-lang-same = اللغة اللي كنهضرو بيها
news-country-known = واش ساكنين فهاد البلاد: { $country }؟ غنصيفط ليك داكشي اللي كيخصها، وداكشي اللي كيخص كاع الناس.
news-which-country = فين ساكنين؟ غنصيفط ليك داكشي اللي كيخص ديك البلاد، وداكشي اللي كيخص كاع الناس.
news-country-yes = إيه، { $country }
news-country-other = بلاد أخرى
news-country-all = كاع البلدان
news-which-clock = شحال فالساعة عندك دابا؟ ختار المدينة اللي قريبة ليك. غير باش ما نصيفطش ليك بالليل.
news-clock = { $cities } ({ $time })
news-which-quiet = من { $start } حتى ل { $end } (بتوقيت { $city }) ما كنصيفط والو.
news-quiet-from = من { $hour }
news-quiet-until = حتى ل { $hour }
news-other-clock = مدينة أخرى
news-kept =
    صافي، غيوصلوك هاد الأخبار. باش تبدل شي حاجة:
    /abonnements
news-stopped = صافي حبسناهم: ما بقاو غيوصلوك أخبار، وداكشي اللي ختاريتي غيتمسح.
news-undo = لا، خليهم
news-again = صافي، رجعو الأخبار كيف ما كانو.
news-nothing-to-stop =
    ما كيوصلوكش أخبار، ما كاين ما يتحبس. إلا بغيتيهم:
    /abonnements
news-less = صافي. ما بقاش غيوصلك: { $name }.
news-undo-less = لا، خليه
news-more = صافي. غيوصلك من جديد: { $name }.
error-last-kind = خاص يبقى واحد على الأقل. باش تحبس كلشي، ورك على «حبس كلشي».
news-noted-before = راه ديجا تسجل.
error-wish-refused = هاد البوطونة ما بقاتش خدامة. الاختيارات ديالك كاينين فالقائمة ديال الكوموندات.
error-not-subscribed = دابا ما كيوصلوكش أخبار.

## Page sans JavaScript

page-title = جسر، المساعد ديال مغاربة العالم
page-question = الميساج ديالك
page-send = صيفط
page-intro =
    السلام. أنا جسر، مساعد آلي ديال مغاربة العالم.
    كتب بالدارجة ولا بالعربية ولا بالفرنساوية: سول على شي برنامج، دير شكاية، ولا سول فين وصل الدوسي ديالك.
    ما تكتبش هنا شي كود سري ولا نمرة ديال لاكارط بانكير.
page-citizen = نتا/نتي
page-bot = جسر
page-staff = جواب الوزارة
page-keep = قيد هاد جوج سطورا، ولا طبع هاد الصفحة: بيهم كيتحل الدوسي ديالك.
page-refresh = شوف واش كاين شي جديد
page-leave = سد هاد الهضرة فهاد التيليفون ولا البيسي

## Urgences : la première réponse. Rien que ce qu'une source dit ; les manques sont dans docs/missing.md

emergency-self-harm = هادشي اللي كتبتو صعيب، ومزيان حيت قلتوه. عيطو دابا للإسعاف ولا البوليس ديال البلاد اللي نتوما فيها، وهضرو مع شي حد قريب ليكم. أنا غير مساعد آلي: شي موظف يقدر حتى هو يقرا الميساج ديالكم هنا، ولكن ماشي دابا نيت.
emergency-missing-child = فاهم الخلعة ديالكم. عيطو دابا للبوليس ولا الإسعاف ديال البلاد اللي نتوما فيها. شي موظف يقدر حتى هو يقرا الميساج ديالكم هنا، ولكن ماشي دابا نيت.
emergency-violence = الله يحفظكم، هادشي صعيب. إلا كنتو فخطر، عيطو دابا للبوليس ولا الإسعاف ديال البلاد اللي نتوما فيها. كاينة حتى مؤسسة الحسن الثاني ديال المغاربة اللي على برا، كتعاون فالأمور القانونية، بحال المشاكل ديال العائلة (صفحة بلا تاريخ).
emergency-danger = عيطو دابا للبوليس ولا الإسعاف ديال البلاد اللي نتوما فيها. ما عنديش شي نمرة مغربية ديال المستعجلات خدامة فكاع البلدان. على الشرق الأوسط، الصحافة عطات نهار 1 مارس 2026 النمرة الخضرا 0800008098 ديال خلية الأزمة فالوزارة، وما عرفتش واش باقي كيجاوبو فيها.
emergency-death =
    البركة فراسكم، الله يرحم ويصبركم.
    معامن تهضرو:
    - القنصلية اللي تابعة ليها البلاصة فين وقعات الوفاة: عندها كتطلبو الرخصة باش يكون الدفن فالمغرب (صفحة ديال القنصلية بلا تاريخ)؛
    - لاسورانس ولا البنكة، إلا كان عند المرحوم شي عقد ديال نقل الجثمان؛
    - إلا ما كانت لا لاسورانس لا فلوس، طلبو حتى المعاونة ديال الوزارة من القنصلية (شروط تقالت ف2020).
emergency-arrest = فاهم الخلعة ديالكم. هضرو مع القنصلية: كاينة دورية ديال 2014 كتقول بلي كاين محامين كتعينهم السفارات والقنصليات باش يعاونو (مقال بلا تاريخ). وإلا كان شي حد فخطر، عيطو دابا للبوليس ولا الإسعاف ديال البلاد اللي نتوما فيها.
emergency-lost-passport = أول حاجة، صرحو بلي الباسبور ضاع ولا تسرق: هاد التصريح كيطلبوه باش تاخدو باسبور جديد (صفحة ديال القنصلية بلا تاريخ). من يناير 2024 تقدرو تاخدو الرونديفو ديال الباسبور فأي قنصلية؛ وللحاجة المستعجلة كان واحد الباسبور مؤقت ف 2015. وإلا كنتو فخطر، عيطو للبوليس ولا الإسعاف ديال البلاد اللي نتوما فيها.

## Suivi d'un dossier : les refus

error-ticket-not-found = ما كاين حتى شي دوسي بهاد النمرة وهاد الكود. راجعهم بجوج: الكود عمرو ما كيكون فيه O ولا 0، لا I ولا 1.
error-too-many-tries = جربتي بزاف د المرات بكود غالط. صبر { $seconds } ثانية وعاود.
error-too-many-requests = صيفطتو بزاف د الطلبات دقة وحدة. صبر { $seconds } ثانية وعاود.
error-form-too-large = داكشي اللي صيفطتي طويل بزاف. رجع اللور: الهضرة ديالك باقا تما، قصر منها.
error-ticket-settled = هاد الدوسي تسد: ما بقاش ممكن تزيد فيه ولا تسحبو.
error-ticket-under-way = باقي خدامين على هاد الدوسي: مازال ما يمكنش تعطيه النقطة ولا تعاود تحلو.
error-no-longer-reopened = هاد الدوسي ما بقاش ممكن يتعاود يتحل: فات الأجل، اللي هو { $days } يوم. تقدر تحل واحد آخر.
error-continuation-refused = هاد الكود ما خدامش، ولا سالا الوقت ديالو. طلب واحد جديد من التيليفون ولا البيسي الآخر.
error-stale-form = هاد الصفحة بقات محلولة بزاف. عاود دخل النمرة ديال الدوسي والكود: داكشي اللي صيفطتي ما ضاع منو والو.

## Suivi d'un dossier : les pages

page-suivi-title = فين وصل الدوسي ديالي
page-suivi-languages = اللغة
page-suivi-intro = دخل النمرة ديال الدوسي والكود اللي عطيناك ملي حليتيه.
page-suivi-reference = نمرة الدوسي
page-suivi-code = الكود (6 ديال الحروف ولا الأرقام)
page-suivi-look = شوف الدوسي
page-suivi-lost = تلفات ليك النمرة ولا الكود؟
page-suivi-assistant = قول للمساعد بغيتي تهضر مع شي موظف.
page-suivi-kept = داكشي اللي كتبتي ما ضاعش: غادي تلقاه غير يتحل الدوسي.
page-suivi-where = فين وصل الدوسي
page-suivi-holder = عند من
page-suivi-holder-agent = شي موظف فالوزارة
page-suivi-holder-supervisor = شي مسؤول فالوزارة
page-suivi-holder-admin = شي مسؤول فالوزارة
page-suivi-holder-none = باقي ما شدو حتى موظف
page-suivi-holder-settled = حتى واحد: الدوسي سالا
page-suivi-since = من { $date }
page-suivi-next = شنو من بعد
page-suivi-next-acknowledge = غادي يشدو شي موظف.
page-suivi-next-answer = المصلحة كتوجد الجواب.
page-suivi-next-citizen = كنتسناو الجواب ديالك: كتبو هنا لتحت.
page-suivi-next-third-party = كنتسناو الجواب من إدارة أخرى.
page-suivi-next-nothing = والو: الدوسي سالا.
page-suivi-until = الهدف ديال المصلحة: { $date }.
page-suivi-late = الهدف كان هو { $date }، وداز الوقت ديالو.
page-suivi-files = الفيشيات اللي وصلونا
page-suivi-answers = شنو جاوبات الوزارة
page-suivi-timeline = شنو وقع
page-suivi-step-received = وصلنا الدوسي
page-suivi-step-taken-up = بدينا الخدمة عليه
page-suivi-step-asked = سولناك على شي حاجة
page-suivi-step-handed-on = كنتسناو إدارة أخرى
page-suivi-step-answered = الوزارة جاوبات
page-suivi-step-written = زدتي شي معلومات
page-suivi-step-resolved = تحل المشكل
page-suivi-step-closed = تسد الدوسي
page-suivi-step-withdrawn = سحبتي الدوسي
page-suivi-step-reopened = تعاود تحل الدوسي
page-suivi-add = زيد شي حاجة فالدوسي
page-suivi-add-text = شنو بغيتي تزيد؟
page-suivi-rate = شنو بان ليك
page-suivi-solved = واش تحل المشكل ديالك؟
page-suivi-solved-yes = آه
page-suivi-solved-no = لا
page-suivi-rating = كيفاش تعاملو معاك؟ 1: خايب بزاف، 5: مزيان بزاف.
page-suivi-rate-text = كلمة أخرى إلا بغيتي
page-suivi-reopen = المشكل باقي: عاود حل الدوسي
page-suivi-reopen-until = ممكن حتى ل { $date }. غادي يشدو موظف آخر.
page-suivi-reopen-text = شنو اللي باقي ما تحلش؟
page-suivi-reopen-button = عاود حلو
page-suivi-withdraw = سحب الدوسي
page-suivi-withdraw-sure = آه، بغيت المصلحة تحبس الخدمة عليه.
page-suivi-withdraw-button = سحبو
page-suivi-leave = سد الدوسي ديالي فهاد التيليفون ولا البيسي
page-suivi-done-add = صافي، تزاد فالدوسي ديالك.
page-suivi-done-withdraw = صافي، تسحب الدوسي ديالك.
page-suivi-done-rate = شكرا، قيدنا داكشي اللي قلتي.
page-suivi-done-reopen = صافي، تعاود تحل الدوسي ديالك.
page-suivi-incomplete = ناقصة شي حاجة: خاصك تجاوب على كاع الأسئلة اللي هنا.
page-refused-title = ما تقبلش
page-refused-unreadable = ما قدرناش نقراو هاد الفورمة. رجع للصفحة وعاود.
page-refused-back = رجع للصفحة

## E-mails : rien du contenu d'un dossier

mail-ticket-news-subject = كاين جديد فالدوسي ديالك { $reference }
mail-ticket-news-body =
    السلام،

    كاين جديد فالدوسي ديالك { $reference }. باش تشوفو، حل هاد الصفحة بالنمرة ديال الدوسي والكود:

    { $url }

    هاد الإيميل كيتصيفط بوحدو: ما تجاوبش عليه. عمرنا ما نطلبو منك الكود فالإيميل.

## Un dossier dans la conversation

ask-ticket-information = كتب شنو بغيتي تزيد فالدوسي { $reference }. إلا بدلتي رأيك، كتب «لغي».
ask-withdrawal = واش بصح بغيتي تسحب الدوسي { $reference }؟ غادي يتسد.
ask-rating = شكرا حيت قلتيها لينا. شحال تعطي للخدمة، من 1 (خايبة) ل 5 (مزيانة بزاف)؟
ask-reopen-reason = قول ليا شنو مازال ما تحلش: غادي نعاودو نحلو الدوسي { $reference } وغادي يشدو موظف آخر. ولا عطي غير النقطة.
information-kept = صافي، تزادت فالدوسي { $reference }، والمصلحة غادي تقراها.
ticket-withdrawn = صافي، الدوسي { $reference } تسحب وتسد.
ticket-reopened = الدوسي { $reference } تعاود تحل، وغادي يشدو موظف آخر.
rating-kept = شكرا، النقطة ديالك تسجلات.
ticket-left-as-it-is = واخا، ما غادي نبدل والو فالدوسي.
choice-add-information = نزيد شي حاجة
choice-answer-question = نجاوب
choice-solved-yes = آه، تحل المشكل
choice-solved-no = لا، مازال
choice-withdraw = نسحب الدوسي
choice-withdraw-yes = آه، نسحبو
choice-withdraw-no = لا، نخليه
choice-rate = نعطي النقطة
choice-reopen = نعاود نحل الدوسي
choice-rating-1 = 1 – خايبة
choice-rating-2 = 2
choice-rating-3 = 3
choice-rating-4 = 4
choice-rating-5 = 5 – مزيانة بزاف

## Fichiers

file-taken = وصلني الفيشي ديالك. غادي نخليه عندي باش نزيدو فالدوسي ديالك؛ وإلا ما تفتح حتى دوسي ف24 ساعة، غادي نمسحو.
file-joined = وصلني، وتزاد فالدوسي ديالك { $reference }.
voice-taken = وصلني الفوكال ديالك، ولكن ما نقدرش نسمعو. غادي نخليه باش نزيدو فالدوسي ديالك، وشي واحد من الموظفين غادي يسمعو. كتب ليا حتى المهم فيه، عافاك. إلا ما تفتح حتى دوسي ف24 ساعة، غادي نمسحو.
error-file-too-large = هاد الفيشي تقيل بزاف: { $limit_mb } ميݣا هي آخر حد. صيفطو صغر من هكا.
error-image-too-large = هاد التصويرة كبيرة بزاف: { $limit } مليون بيكسيل هي آخر حد. صيفطها صغر من هكا.
error-too-many-pages = هاد الورقة طويلة بزاف: آخر حد هو { $limit } د الصفحات. صيفط غير اللي محتاجين ليهم.
error-file-type-refused = ما نقدرش ناخد هاد الفيشي. كناخد { $allowed } والفوكالات.
error-file-broken = هاد الفيشي خاسر ولا ناقص، ما قدرتش نقراه. عاود صيفطو، ولا صيفط تصويرة ديالو.
error-file-protected = هاد الورقة عليها مو دو پاس. صيفطها بلا بيه، ولا صيفط تصويرة ديالها.
error-file-infected = هاد الفيشي فيه فيروس، ما خليتوش عندي. صيفط واحد آخر، ولا صيفط تصويرة ديال الورقة.
error-files-unavailable = ما نقدرش ناخد الفيشيات دابا. عاود صيفط هاد الفيشي من دابا شي دقايق، وتقدر تكمل الكتابة عادي.
error-too-many-files = صيفطتي ديجا { $limit } د الفيشيات، وهادشي هو آخر حد دابا. غادي يتزادو فالدوسي ديالك، ومن بعد تقدر تصيفط وحدين خرين.
error-files-too-large = الفيشيات ديالك كاملين فاتو { $limit_mb } ميݣا. ما نقدرش ناخد واحد آخر.
error-no-such-file = هاد الفيشي ما كاينش، ولا ما بقاش.

## Après l'ouverture d'un dossier, et avant de parler à une personne

ticket-how-to-follow = رجع لهنا من دابا شي يامات بالنمرة ديال الدوسي والكود: بلا إيميل ما نقدروش نعلموك ملي يجي الجواب.
ticket-how-to-follow-there = بلا إيميل ما نقدروش نعلموك ملي يجي الجواب. رجع شوف من دابا شي يامات، بالنمرة ديال الدوسي والكود: { $url }
agent-expect-open = المصلحة محلولة دابا، حتى ل { $time } (وقت المغرب). السؤال اللي جا من بعد كيبقى محفوظ وكيتقرا ملي تحل.
agent-expect-closed = المصلحة مسدودة دابا. غادي تحل نهار { $day } مع { $time } (وقت المغرب). السؤال ديالك غادي يبقى محفوظ، ويتقرا ملي تحل.
agent-expect-hours = { $count ->
    [zero] فالعادة أول جواب كيجي دغيا.
    [one] فالعادة أول جواب كيجي من بعد شي ساعة.
    [two] فالعادة أول جواب كيجي من بعد شي ساعتاين.
    [few] فالعادة أول جواب كيجي من بعد شي { $count } د السوايع.
   *[other] فالعادة أول جواب كيجي من بعد شي { $count } ساعة.
}
agent-expect-days = { $count ->
    [zero] فالعادة أول جواب كيجي دغيا.
    [one] فالعادة أول جواب كيجي من بعد شي نهار.
    [two] فالعادة أول جواب كيجي من بعد شي يوماين.
    [few] فالعادة أول جواب كيجي من بعد شي { $count } أيام.
   *[other] فالعادة أول جواب كيجي من بعد شي { $count } يوم.
}
weekday-0 = التنين
weekday-1 = التلات
weekday-2 = لاربع
weekday-3 = الخميس
weekday-4 = الجمعة
weekday-5 = السبت
weekday-6 = الحد

## Suivi d'un dossier : les fichiers, le récépissé, la fin

page-suivi-add-files = تصاور، وراق ولا فوكالات
page-suivi-files-hint = { $count } د الفيشيات هي آخر حد، كل واحد حتى ل { $limit_mb } ميݣا (JPEG، PNG، WebP، PDF، الفوكالات).
page-suivi-files-again = الفيشيات ما مشاوش: عاود ختارهم.
page-suivi-empty = ما كتبتي والو: خاص شي كلمات، ولا شي فيشي إلا بغيتي تزيد فالدوسي.
page-suivi-rest-added = الباقي اللي صيفطتي راه تزاد فالدوسي.
page-suivi-receipt = تيليشارجي الوصل (PDF)
page-suivi-outcome = كيفاش سالا الدوسي
page-suivi-reopenable = تقدر تطلب يتعاود يتحل هاد الدوسي حتى ل { $date }.
page-suivi-not-reopenable = هاد الدوسي ما بقاش ممكن يتعاود يتحل: كان ممكن غير حتى ل { $date }.
error-some-files-refused = { $count ->
    [one] هاد الفيشي ما تقبلش:
   *[other] هاد الفيشيات ما تقبلوش:
}

## Une personne, deux canaux : lier la conversation du site et celle de Telegram

link-code =
    باش تكمل فالموقع، حل جسر، ورك على «نكملو فبلاصة أخرى» ودخل هاد الكود:
    { $code }
    خدام غير مرة وحدة، لمدة { $minutes ->
        [one] دقيقة
        [two] جوج دقايق
        [few] { $minutes } دقايق
       *[other] { $minutes } دقيقة
    }. إلا الموقع هو اللي عطاك شي كود، صيفط ليا: /lier ومن موراها الكود.
link-asked-telegram-to = واش بغيتي تكمل هنا فتيليغرام الهضرة اللي بديتي فالموقع؟
link-asked-telegram-from = شي واحد دخل الكود ديالك فالموقع وباغي يكمل تما هاد المحادثة. إلا ما كنتيش نتا، ما تقبلش. واش موافق؟
link-asked-web-to = واش بغيتي تكمل هنا الهضرة اللي بديتي فتيليغرام؟
link-asked-web-from = واحد المحادثة فتيليغرام دخلات الكود ديالك وباغية تكمل هادي. إلا ما كنتيش نتا، ما تقبلش. واش موافق؟
link-unfinished = - باقي ما سالاش: { $kind } ({ $category })
link-unfinished-bare = - باقي ما سالاش: { $kind }
link-tickets = - دوسيات خدامين عليهم: { $references }
link-both-sides = من بعد، الجواب ديال الوزارة غادي يوصل لهنا ولهيه بجوج.
link-which-form = حتى هنا كنتي بديتي ({ $kind }). شنو تخلي؟ إلا خديتي اللي جاي من لهيه، اللي بديتي هنا كيتمسح. وإلا كلشي كيبقى فبلاصتو.
link-choice-yes = آه، نكمل
link-choice-no = لا، ما بغيتش
link-choice-moved = ناخد اللي جاي من لهيه
link-choice-own = نخلي اللي هنا
link-waiting-telegram = مزيان. دابا قبل فالشاشة ديال جسر فالموقع: قبل منها ما كيتربط والو.
link-waiting-web = مزيان. دابا قبل فتيليغرام: قبل منها ما كيتربط والو.
link-refused = واخا، ما تربط والو.
link-declined-telegram = ما تقبلاتش فالموقع: ما تربط والو.
link-declined-web = ما تقبلاتش فتيليغرام: ما تربط والو.
link-made-telegram = صافي تربطو: الجواب غادي يوصلك هنا وفالموقع. باش تحبس: /delier
link-made-web = صافي تربطو: الجواب غادي يوصلك هنا وفتيليغرام. باش تحبس: «نكملو فبلاصة أخرى».
link-stays = اللي كنتي بديتي هنا باقي هنا: كملو هنا.
link-moved-telegram = اللي كنتي بديتي هنا غادي يكمل فالموقع. هنا تسد، باش ما يتصيفطش جوج مرات.
link-moved-web = اللي كنتي بديتي هنا غادي يكمل فتيليغرام. هنا تسد، باش ما يتصيفطش جوج مرات.
link-goes-on = نكملو هنا. وصلنا لهاد السؤال:
link-holds-web = هاد المحادثة مربوطة مع محادثة فتيليغرام.
link-choice-end = نفك الربط
link-ended = صافي: ما بقاوش المحادثات مربوطين.
link-ended-telegram = المحادثة ديال الموقع ما بقاتش مربوطة مع هادي. الدوسيات ديالها ما غاديش يبقاو يجيو خبارهم هنا.
link-ended-web = المحادثة ديال تيليغرام ما بقاتش مربوطة مع هادي. الدوسيات ديالها ما غاديش يبقاو يجيو خبارهم هنا.
link-none = هاد المحادثة ما مربوطة مع حتى وحدة.
which-ticket = على أينا دوسي كتسول؟ إلا كان واحد آخر، عطيني المرجع والكود ديالو.
error-already-linked = وحدة من هاد المحادثات ديجا مربوطة مع وحدة أخرى. خاصك تفك هاداك الربط اللول.
error-link-unreachable = تيليغرام ما بقاش كيوصل الميساجات ديالي لهاد المحادثة، داكشي علاش ما تربطاتش. حيد ليا البلوك تما وطلب كود جديد.
command-lier = نكمل فالموقع

## Mes données : les voir, les effacer

command-mesdonnees = نشوف شنو عندكم عليا
command-oublier = نمسح اللي عندكم عليا
my-data-telegram = هنا فتيليغرام: /mesdonnees كيصيفط ليك كاع اللي عندي من هاد الشات، و /oublier كيمسحو.
my-data-web = وحتى هنا: «المعطيات ديالي»، فالمينو ولا لتحت فالصفحة، كيوريو ليك كاع اللي عندي، وتقدر تخليه عندك ولا تمسحو.
own-data-lead-telegram = هادشي اللي عندي من هاد الشات. كلشي كاين فالفيشيات: واحد باش تقراه، واحد للبرامج (JSON)، والتصاور والوثائق ديالك إلا كانو.
own-data-lead-web = هادشي اللي عندي من الهضرة ديالنا:
own-data-nothing = ما عندي والو من الهضرة ديالنا.
own-data-messages = { $count ->
    [one] - ميساج واحد، كيتمسح من بعد { $days } يوم
    [two] - جوج ميساجات، كيتمسحو من بعد { $days } يوم
    [few] - { $count } ميساجات، كيتمسحو من بعد { $days } يوم
   *[other] - { $count } ميساج، كيتمسحو من بعد { $days } يوم
}
own-data-unfinished = - داكشي اللي بديتي ومازال ما صيفطتيه
forget-files = { $count ->
    [one] - فيشي واحد ما داخل فحتى دوسي
    [two] - جوج فيشيات ما داخلين فحتى دوسي
    [few] - { $count } فيشيات ما داخلين فحتى دوسي
   *[other] - { $count } فيشي ما داخلين فحتى دوسي
}
own-data-subscription = - الأبونمون ديالك فالأخبار
own-data-link-telegram = - الربط مع المحادثة ديال الموقع
own-data-link-web = - الربط مع تيليغرام ديالك
own-data-tickets = - الدوسيات ديالك: { $references }
own-data-longer = حيت شي دوسي مازال ما تسد، الهضرة كتبقى معاه.
forget-lead = إلا قلتي آه، غادي نمسح دابا وما كاينش رجوع:
forget-messages = { $count ->
    [one] - الهضرة ديالنا (ميساج واحد)
    [two] - الهضرة ديالنا (جوج ميساجات)
    [few] - الهضرة ديالنا ({ $count } ميساجات)
   *[other] - الهضرة ديالنا ({ $count } ميساج)
}
forget-notices = { $count ->
    [one] - ميساج واحد صيفطتو ليك من راسي
    [two] - جوج ميساجات صيفطتهم ليك من راسي
    [few] - { $count } ميساجات صيفطتهم ليك من راسي
   *[other] - { $count } ميساج صيفطتو ليك من راسي
}
forget-opinions = { $count ->
    [one] - شنو قلتي على جواب واحد
    [two] - شنو قلتي على جوج أجوبة
    [few] - شنو قلتي على { $count } أجوبة
   *[other] - شنو قلتي على { $count } جواب
}
forget-stays-telegram = الدوسيات ديالك كيبقاو ({ $references })، وحتى العنوان ديال هاد الشات باش نجاوبوك: الإدارة خاصها تخدم عليهم. باش تسحب واحد: /suivi ومن بعد «نسحب الدوسي». وباش يتمسحو: كتب «نهضر مع شي موظف».
forget-stays-web = الدوسيات ديالك كيبقاو ({ $references }): الإدارة خاصها تخدم عليهم. خلي عندك المرجع والكود، بيهم كتحل صفحة التتبع (⁦/suivi⁩)، وتما تقدر حتى تسحب شي دوسي. وباش يتمسحو: كتب «نهضر مع شي موظف».
forget-stays-counted = { $count ->
    [one] كيبقى دوسي واحد: الإدارة خاصها تخدم عليه.
    [two] كيبقاو جوج دوسيات: الإدارة خاصها تخدم عليهم.
    [few] كيبقاو { $count } دوسيات: الإدارة خاصها تخدم عليهم.
   *[other] كيبقاو { $count } دوسي: الإدارة خاصها تخدم عليهم.
}
forget-sure = واش نمسح؟
forget-choice-yes = آه، مسح كلشي
forget-choice-no = لا، خليه
forget-left = واخا، ما مسحت والو.
forget-done = تمسح نهار { $date } مع { $time } (الوقت ديال المغرب):
forget-backups = وحتى فالنسخ الاحتياطية غادي يتمسح كلشي، على أبعد تقدير نهار { $date }.
forget-number = النمرة ديال هاد التوصيل: { $id }
forget-receipt-title = توصيل: كلشي تمسح
forget-receipt-open = حل التوصيل باش تخليه عندك ولا تطبعو
forget-receipt-pdf = التوصيل PDF
own-data-title = المعطيات ديالي
own-data-save-zip = خلي عندك كلشي مع الفيشيات (zip)
own-data-save-html = خلي عندك صفحة باش تقراها
own-data-save-json = خلي عندك نسخة للبرامج (JSON)
own-data-forget = مسح كلشي…
own-data-ticket = خلي عندك هاد الدوسي كامل:
own-data-page-title = شنو عند جسر من هاد المحادثة
own-data-page-conversation = هاد المحادثة
own-data-page-messages = الميساجات ديالنا
own-data-page-notices = اللي صيفط ليك جسر من راسو
own-data-page-announcements = الأخبار اللي وصلوك
own-data-page-unfinished = بديتيه ومازال ما صيفطتيه
own-data-page-tickets = الدوسيات ديالك
own-data-page-files = فيشيات ما داخلين فحتى دوسي
own-data-page-opinions = شنو قلتي على الأجوبة
own-data-page-subscription = الأبونمون ديالك فالأخبار
own-data-page-link = الربط مع المحادثة الأخرى
own-data-page-you = نتا/نتي
own-data-page-jisr = جسر
own-data-page-ministry = الوزارة
own-data-page-none = والو.
own-data-field-channel = القناة
own-data-field-address = النمرة ديال هاد الشات
own-data-field-language = اللغة
own-data-field-begun-at = بدات نهار
own-data-field-text = الميساج
own-data-field-kind = النوع
own-data-field-category = الموضوع
own-data-field-country = البلاد
own-data-field-description = شنو وقع
own-data-field-contact = كيفاش نتاصلو بيك
own-data-field-reference = المرجع
own-data-field-code = الكود
own-data-field-state = فين وصل
own-data-field-opened-at = تحل نهار
own-data-field-consented-at = قلتي واخا نهار
own-data-field-consent-text = على شنو قلتي واخا
own-data-field-consent-version = النسخة ديال هاد الكلام
own-data-field-rating = النقطة ديالك
own-data-field-rating-words = شنو قلتي
own-data-field-name = الفيشي
own-data-field-helpful = واش عاونك الجواب
own-data-field-words = الكلام ديالك
own-data-field-created-at = من نهار
own-data-field-since = من نهار
own-data-helpful-true = آه
own-data-helpful-false = لا
own-data-channel-web = الموقع
own-data-channel-telegram = تيليغرام
## الأخبار اللي كتمشي للي طلبوها

announcement-programme = كاين جديد فواحد البرنامج
announcement-deadline = واحد الأجل قرب يسالي
announcement-law = كاين جديد فالقانون
announcement-source = منين جات: { $title }
announcement-why = وصلاتكم هاد الرسالة حيت طلبتو هاد الأخبار.
announcement-stop = حبس گاع الأخبار
announcement-less-programme = حبس أخبار البرامج
announcement-less-deadline = حبس أخبار الآجال
announcement-less-law = حبس أخبار القانون
announcement-less-topic = حبس أخبار: { $topic }
