"""How do the frames of a clause read: an opinion, a wish, a condition, what they said, a request?"""

from __future__ import annotations

import re

ABBREVIATION = re.compile(r"\b(mr|mrs|ms|dr|prof|st|approx|e\.g|i\.e|ca|vs|inc|ltd|no|co|[a-z])\.(?=\s)")
SENTENCE = re.compile(r"(?<=[.!?;])[\"')]*\s+|\n+")
SEGMENT = re.compile(r"\s*(?:[,:()\"]|—)\s*(?!\d{3}\b)")
SUBJECT_START = frozenset(
    "i we you he she it they there this that these those the a an my our your his her their another someone somebody "
    "everyone nobody nothing let who which one two three four five six seven eight nine ten several many most "
    "some all both no".split()
)
PRONOUNS = frozenset("i we you he she it they".split())
JOIN = frozenset("and but so because since while although though yet or whereas as which who then plus".split())
IF = frozenset(
    "if unless when once until till before after provided assuming suppose supposing whenever lest otherwise".split()
)
CONDITION = re.compile(
    r"^(?:(?:and|but|so|or|only|even|just|then|as) )*(?:if|unless|provided|assuming|in case|as long as|should you|"
    r"were (?:\w+ ){1,3}to|had (?:you|we|i))\b"
)
HYPOTHETICAL = re.compile(
    r"^(?:(?:and|but|so|or|just|let us) )*(?:suppose|supposing|imagine|what if|say we|picture|hypothetically|"
    r"think of it as|pretend)\b"
)
LEAD = re.compile(
    r"^(?:(?:and|but|so|or|also|plus|yet|well|look|listen|now|then|because|since|while|although|though|whereas|as|"
    r"therefore|thus|hence|so that|"
    r"which|who|honestly|frankly|seriously|actually|truthfully|clearly|obviously|certainly|of course|sure|yes|"
    r"yeah|no (?=(?:i|we|it|that|there|you|the|he|she|they) )|no$|"
    r"to be (?:honest|fair|frank|clear|open|precise)|truth be told|in fact|the (?:truth|fact|thing|point|problem|"
    r"catch) is(?: that)?|"
    r"in (?:all )?honesty|between us|between you and me|just so you know|for your information|for the record|by "
    r"the way|"
    r"as you (?:know|can see|may know)|as i said|on top of that|besides|moreover|unfortunately|sadly|luckily|"
    r"fortunately|"
    r"funny you should say\w*|trust me|believe me|mind you|you see|you know|"
    r"i (?:can (?:assure|tell|promise)|assure|must tell|should tell|have to tell|would remind|remind) you(?: "
    r"that)?|let me (?:be (?:clear|open|frank)|tell you)(?: that)?|"
    r"(?:i|we|we both) (?:know|can confirm|confirm|should mention|should add|must say|have to say|am afraid|are "
    r"afraid|regret)(?: that)?|"
    r"i (?:should|must|may) (?:add|point out|note|mention)(?: that)?|it is (?:true|a fact|well known|common "
    r"knowledge)(?: that)?|"
    r"(?:did you know|are you aware|you should know|please note|please know|note|remember|be aware|keep in mind|"
    r"bear in mind)(?: that)?|"
    r"the good news is(?: that)?|rest assured(?: that)?|everyone knows(?: that)?|needless to say|after all|at the "
    r"moment|right now|either way|in any case|in that case|namely|"
    r"sorry|apologies|unlike others|hi|hello|hey|good (?:morning|afternoon|evening)|dear|thanks|thank you|cheers|"
    r"please) )+"
)
OPINION = re.compile(
    r"^(?:i|we) (?:\w+ly )?(?:also |still |do |really )?(?:think|believe|feel|guess|reckon|suspect|imagine|"
    r"estimate|suppose|assume|figure|"
    r"expect|would (?:say|guess|think|argue|put|estimate|value|expect)|consider|find|judge|gather|doubt|wonder|am "
    r"not sure|"
    r"am (?:fairly |pretty |quite )?(?:convinced|confident|inclined|under the impression)|value|see)\b"
    r"|^(?:my|our) (?:own )?(?:\w+ )?(?:guess|sense|view|feeling|estimate|impression|hunch|opinion|read|reading|"
    r"expectation|understanding|judgement|instinct|worry|concern|fear|valuation)\b"
    r"|^(?:in|to) (?:my|our) (?:\w+ )?(?:view|opinion|mind|eyes|estimation|book|experience|judgement)\b"
    r"|^(?:it |that |this |what you \w+ )?(?:seems|sounds|looks|feels|seemed|sounded|strikes me)\b"
    r"|^if you ask me|^as far as i (?:can tell|know|am concerned)|^(?:perhaps|maybe|presumably|probably|"
    r"possibly)\b|^to me\b|^from where i (?:sit|stand)"
    r"|^for (?:me|us) (?:it|this|that) is\b|^personally\b|^i am (?:under the impression|of the opinion)"
)
WISH = re.compile(
    r"^(?:i|we) (?:\w+ly )?(?:also |still |do |do not |really |just |only |am |are |would |am not |are not |have )*"
    r"(?:like|love|want|hope|wish|need|prefer|appreciate|care|mind|look forward|aim|plan|intend|mean to|try|"
    r"understand|see|hear|"
    r"happy|glad|pleased|grateful|sorry|interested|open|keen|willing|ready|comfortable|worried|concerned|excited|"
    r"delighted|"
    r"curious|tempted|torn|eager|hoping|would rather|would sooner|would love|looking|wondering|thinking|trying|"
    r"planning|aiming|aware|thankful|impressed|"
    r"nervous|unsure|uncertain|uneasy|hesitant|reluctant|enjoy|enjoyed|admire|respect|value|agree|disagree|accept|"
    r"regret|apologise|thank|welcome|propose|suggest|offer|ask|recommend)\b"
    r"|^(?:my|our) (?:\w+ )?(?:hope|wish|aim|goal|preference|priority|intention|plan|idea|suggestion|proposal|"
    r"worry|concern|interest|target|question|request|ideal)\b"
    r"|^(?:hope|hoping|looking forward|glad|happy|pleased|sorry|delighted|lovely|nice|great|good|wishing|"
    r"wish)\b(?! (?:news|quality|condition))"
    r"|^what i (?:\w+ )?(?:want|would|need|hope|care|am|value|like)|^ideally\b|^i have (?:a|an|one|two|three|"
    r"another|some|no) (?:\w+ )?(?:question|concern|idea|suggestion|proposal|request|worry|thought|hope|objection|"
    r"problem with)"
)
REPORTED_YOU = re.compile(
    r"^(?:i |we )?(?:hear|heard|gather|understand|understood|noticed|noted|read|recall|remember|see|saw)?(?: "
    r"(?:that|from|in))?\s?"
    r"(?:you|your (?:\w+ )?(?:mail|email|letter|message|note|ad|advert|listing|website|site|report|brochure|quote|"
    r"proposal|offer|draft|colleague|boss|team|assistant|notes|request|brief|page|post|list|text))"
    r"(?: and your \w+)?(?: have| had| did| also| just| once| already| yourself| both| all| earlier| recently| kindly)*"
    r" (?:said|say|says|told|tell|mention|mentioned|wrote|write|asked|ask|explained|described|indicated|stated|"
    r"states|pointed|put|called|hoped|worried|raised|quoted|offered|suggested|proposed|listed|noted|reported|"
    r"confirmed|shared|sent|announced|named|gave|feared|complained|stressed|emphasised|wanted|advertised|promised|"
    r"claimed|argued|felt|reckon|think|believe|feel)\b"
    r"|^(?:as|if|what) (?:i|we|you) (?:\w+ )?(?:understood|understand|heard|hear|said|told|mentioned|wrote|"
    r"described|put|explained|read|got)\b"
    r"|^(?:from|by|on|according to|per|given) (?:what )?(?:you|your)\b|^so (?:what )?you\b|^i (?:know|understand|"
    r"see|hear|realise|gather|appreciate|heard|noticed|take it)(?: that)? (?:you|your)\b"
    r"|^(?:you|your)\b.{0,40}\b(?:correct me|did i get that)"
)
FRAME_YOU = re.compile(
    r"^(?:so |and )?(?:(?:as|if) (?:i|we) (?:\w+ )?(?:understood|understand|heard|hear|got|read|have)\b.{0,30}$|"
    r"(?:from|by|going by|according to|per|given) (?:what )?(?:you|your)\b.{0,40}$|(?:as )?you (?:said|wrote|told "
    r"me|told us|mentioned|put it)(?: \w+){0,3}$|to (?:repeat|sum up|recap)\b.{0,30}$)"
)
SALUTATION = re.compile(r"^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|morning|evening)\b")
VOCATIVE = re.compile(
    r"^(?:mr|mrs|ms|miss|dr|prof\w*|madam|sir|dad|mum|mate|friend)(?: \w+){0,2}$|"
    r"^(?!(?:yesterday|today|tomorrow|now|then|recently|last|since|only|ideally|today)\b)[a-z]+$"
)
THANKS = re.compile(
    r"^(?:many |again )?(?:thanks|thank you|cheers|congratulations|sorry|apologies|yours|best|"
    r"kind regards|regards|sincerely|all the best)\b"
)
REQUEST = re.compile(
    r"^(?:please |just |do |kindly |do not |never |always |feel free to |then )*(?:let|tell|give|send|take|have|"
    r"make|call|come|check|consider|think|ask|look|see|keep|add|"
    r"remember|compare|confirm|show|say|name|put|pick|choose|choose|bring|leave|help|hold|sign|pay|walk|talk|try|"
    r"imagine|note|write|reply|share|sleep|get|use|stay|do|be|read|explain|decide|accept|forget|"
    r"correct|split|meet|move|drop|include|spare|settle|sharpen|match|stop|wait|point|visit|join|feel|enjoy|mark|"
    r"count|start|set|go)\b(?! (?:is|are|was|were|has|will|would|can)\b)"
    r"|^(?:could|can|would|will|may|might) (?:you|i|we)\b|^(?:shall|should) (?:i|we)\b|^(?:let|how about|what "
    r"about|why not|why do not)\b"
)
QUESTION_START = re.compile(
    r"^(?:and |but |so |or |then |well |also |now |by the way |out of interest |just |sorry )*(?:what|which|who|"
    r"whose|when|where|why|how|is|are|am|was|were|do|does|did|have|has|had|will|would|can|could|may|might|"
    r"shall|should|any chance|any idea)\b"
)
TAG = re.compile(
    r"^(?:right|ok|okay|correct|yes|no|you know|(?:is|are|do|does|did|was|were|has|have|will|would|"
    r"can|could) (?:not )?(?:it|you|they|we|i|he|she|there)(?: not)?)$"
)
NEGATION = frozenset("not no never none nobody neither nor without nothing hardly scarcely cannot nowhere".split())
PROPOSAL_VERB = re.compile(
    r"^(?:so |then |and )?(?:i|we) (?:\w+ly )?(?:also |still |only |just |even |both )?(?:can|could|will|would|"
    r"shall|may|might|should|must|am (?:happy|willing|ready|able|going|prepared|open|free|offering|asking|keeping|"
    r"staying|sticking|leaving|working on|standing)|"
    r"are (?:happy|willing|ready|able|going|prepared|open|free|offering|asking|keeping|staying|sticking|leaving|"
    r"looking)|offer|propose|suggest|ask)\b"
    r"|^(?:my|our|the|this) (?:\w+ )?(?:\w+ )?(?:offer|proposal|suggestion|ask|asking price|bid|price|quote|"
    r"quotation|target|bottom line|top line|figure|number|fee|rate|day rate|limit|ceiling|maximum|budget|walk "
    r"away|reservation)\b"
    r"|^(?:let us|how about|what about|shall we|perhaps we|maybe we|you could|you can|you may|you are free to|you "
    r"are welcome)\b"
)
