"""Which plain English words glow, hurt, rush, deceive or weigh, in any of their forms?"""

from __future__ import annotations

from upperhand.limits.words import stem


def _roots(words: str) -> frozenset[str]:
    return frozenset(stem(w) for w in words.split())


# Said of a person or what is theirs, these are praise.
GLOWING = _roots("""
admirable adorable accomplished agile amazing angel angelic appealing articulate astonishing astute attractive
awesome beautiful best bewitching
blessed bold brave breathtaking bright brilliant calm capable captivating celebrated champion charisma charismatic
charm charming classy clever
competent connoisseur considerate cool courageous courteous creative cultivated dashing dazzling dear delight
delightful dependable devoted dignified diligent
discerning distinguished divine dream eagle efficient elegant eloquent eminent enchanting endearing energetic
enlightened enviable esteemed excellence
excellent exceptional exemplary exquisite extraordinary fabulous fantastic faultless fearless fine finest flair
flawless foresight formidable
fortunate gem generous genial genius gentle gentleman gifted glamorous glorious golden gorgeous graceful gracious
grand great greatest handsome heart
hero heroic honest honesty honourable humane icon ideal illustrious imaginative immaculate impeccable impressive
incomparable incredible
ingenious inspiration inspired inspiring integrity intellect intelligence intelligent intuition invaluable
irresistible jewel joy
keen kindest kindness knowledgeable legend legendary likeable lovable lovely loyal loyalty lucky luminous magic
magical magician magnificent majestic marvel
marvellous master masterful masterly masterpiece mastermind matchless maestro memorable miracle model modest natural
noble oracle original outstanding paragon passion
patient peerless perceptive perfect perfection phenomenal pillar pioneer pleasant poised polished precious
prestigious pretty prince princess priceless pro prodigy
professional professionalism profound pure queen radiant rare refined refinement remarkable renowned resourceful
respected reverence rock sage saint savvy scholar
sensational sensible sensitive sharp sharpest shrewd skilful skill smart smartest sophisticated soul sparkling
special spectacular splendid star stellar stunning
stylish sublime superb superhuman superior superlative superstar supreme sweet sweetest talent talented taste
tasteful terrific thoughtful titan top touching
treasure tremendous trustworthy unbeatable unequalled unforgettable unique unmatched unparalleled unrivalled vision
visionary virtuoso warm warmest warmth wisdom wise
wisest wit witty wizard wonder wonderful world worldclass worthy young youthful favourite admiration admire adore
worship envy idol idolise revere marvel awe spellbound
""")
FLATTERING_TURNS = (  # figures of speech that praise a person
    r"paradise|smile like yours|special kind of|could sell \w+ in|such an? \w+ (?:lady|gentleman|man|woman|person|"
    r"host|home|house|garden|shop)|listen to you all|heart of gold|salt of the earth|head and shoulders|second to "
    r"none|in a class|class of your own|league of your own|cut above|one of a kind|one in a (?:million|thousand|"
    r"hundred)|"
    r"worth (?:your|its) weight|born (?:for|to|leader|negotiator)|god ?send|gift to|eye for|ear for|nose for|way "
    r"with (?:words|people)|green fingers|golden touch|midas|"
    r"walk on water|hang(?:s|ed)? the moon|turns? to gold|light up|lights up|brightens?|take(?:s|n)? my breath|"
    r"blow(?:n|s)? (?:me|us) away|swept off|hats? off|take my hat|bow (?:to|before)|"
    r"role model|look up to|looks? like a|ten years younger|years younger|do not look (?:a day|your age|\w+ "
    r"years?)|any younger|never (?:met|seen|known|had|come across|dealt with|worked with)|nobody (?:else )?(?:\w+ "
    r"){0,3}(?:like|as|than) you|"
    r"(?:if )?only (?:all|every|more|everyone)\b.*\blike you|more people like you|if (?:all|every)\w* \w+ were "
    r"like|such an? |what an? (?!pity|shame|mess|waste)|how (?:very )?(?:clever|kind|lovely|wonderful|beautiful|"
    r"smart|thoughtful|generous|nice)|"
    r"(?:king|queen|god|goddess|mozart|picasso|einstein|rolls royce|messi) (?:of|among)|honoured|privilege|"
    r"flattered to|humbled|proud to (?:know|deal|work)"
)
# Harm that can be done to a person, their people, their name or their work.
HARMFUL = _roots("""
abandon accuse alone arrest ash ban bankrupt banish beat betray blacklist blackmail blame bleed bruise burn bury
cancel career catch collapse crush cry damage dead
death denounce deport deprive destroy die dirt disappear disaster discredit disgrace disown dispossess divorce doom
drag drown dump empty enemy evict exclude excommunicate exile
expel expose exposure fail fire freeze gossip grief harass hard harm hate haunt hell homeless humiliate hurt ignore
inform injure jail jobless kill kick lawsuit lawyer
leak lonely lose loss mess miserable misery misfortune miss nightmare ostracise outcast pain pariah penniless
pity poison police prison prosecute protest
punish quarrel rat refuse regret reject remorse report reputation resign revenge rip rot rumour ruin sabotage sack
scandal shame shatter shun sick sink
slander smash smear sorry spoil spread starve steal stop strip suffer sue suicide suspend tear terminate terrible
threaten tragedy trash trouble unemployed unfortunate
unhappy unpleasant unsafe vanish victim violence war warn weep wreck wretched
""")
# Reaching for an answer within the moment.
IMMEDIATE = (
    r"now|right now|today|tonight|at once|immediately|instantly|instant|straight away|right away|this (?:very "
    r")?(?:minute|second|moment|morning|afternoon|evening|hour|instant)|on the spot|here and now|"
    r"(?:seconds|(?:a|one|every|per) second|minutes?)(?! 's? ?walk)|an hour|one hour|two hours|half an hour|"
    r"\w+ hours|the hour|midnight|"
    r"noon|the end of (?:this|the|our) (?:call|meeting|talk|day|conversation|visit|chat|dinner|lunch|session|coffee)|"
    r"before (?:i|you|we|they|he|she|the) (?:\w+ )?(?:go|goes|leave|leaves|left|hang|hangs|walk|walks|finish|"
    r"close|closes|drive|change|changes|put|turn|get up|stand|step|blink|board|boards|cool|comes?|wake|wakes|"
    r"returns?|drink|end|ends)|while (?:you|i|we|it|the \w+) (?:are|am|is|still|can|lasts?|runs?|have|has)|"
    r"hang up|walk (?:out|away|off)|out (?:of )?(?:that|the|this) door|through (?:that|the|this) door|leave "
    r"(?:this|the|my) (?:room|shop|office|table|yard|stand|building|call|house|place|lot)|leave here|drive off|"
    r"(?:this|the|our) (?:call|meeting|conversation|chat)|"
    r"quick|quickly|fast|hurry|hurry up|rush|snap|chop chop|asap|pronto|clock|timer|countdown|ticking|tick|"
    r"count(?:ing)? (?:to|down)|deadline|last (?:chance|call|offer|opportunity|seconds?|minutes?)|final (?:chance|"
    r"call|offer|answer)|never again|once only|only once|just once|one time only|not twice|twice|first (?:come|"
    r"to)|no later"
)
DECISIVE = (
    r"answer|answers|decide|decides|decision|deciding|yes|no|sign|signs|signed|signature|signing|shake|commit|"
    r"commitment|agree|agreed|accept|confirm|confirmation|deal|deposit|pay|paid|buy|order|take it|take this|grab|"
    r"say|said|tell me|choose|choice|pick|word|nod|handshake|hand on it|in or out|take it or leave it|"
    r"offer|price|discount|bonus|rebate|extra|gift|free|reduction|rate|upgrade|slot|ticket|seat|place|salary|"
    r"figure|terms|contract|pen|dotted line|card|initials|yours|gone|over|off|withdrawn|expires?|dies|drops?|"
    r"rises|doubles|back up|full price|someone else|next (?:one|person|in line|customer|buyer|caller)|lose|lost|"
    r"miss|forfeit|disappears?|vanish(?:es)?|evaporates?|melts?"
)
DECEIVING = _roots("""
lie lied lying liar deceive deceit deceitful deception deceptive dishonest dishonesty dishonestly bluff bluffing fake
faked faking fraud fraudulent fraudster cheat cheater swindle
swindler scam scammer con conned conman trickery trickster mislead misleading misled falsify falsified falsehood
fabricate fabrication fabricated untrue untruth untruthful porky fib fibbing
pretend pretending pretence sham hoax ruse crook crooked hypocrite hypocrisy disingenuous bogus phoney phony ripoff
perjury bullshit nonsense hogwash doctored forged forgery concoct
hoodwink bamboozle dupe gaslight hustler charlatan impostor imposter imposture insincere duplicitous duplicity
treacherous treachery slander trumped manipulate manipulating manipulative malarkey baloney
hogwash humbug codswallop balderdash poppycock rubbish invented fictitious fiction deceiver rigged shady weasel snake
double-dealing counterfeit cover-up whitewash fairytale lies fool fooled fooling
""")
