/** Nouns that attribute, by what follows them. */
export const cueNouns: Readonly<Record<string, string>> = {
  aux: 'goal hope say',
  clause: 'claim fear note promise say show',
  end: 'note',
  ing: 'support',
  np: `answering blast call cast claim list mocking praise question repeating self-described show statement supporting
    talking view`,
  'np-that': 'repeating',
  'p:about': `anxiety comment concern conversation debate detail doubt information joke length message question remark statement
    story talk word year`,
  'p:against': 'attack campaign',
  'p:among': 'anxiety support',
  'p:at': 'aim fun hint',
  'p:behind': 'support',
  'p:for': `call case concern credit criticism enthusiasm passion praise proposal respect support word`,
  'p:from': 'criticism opposition',
  'p:in': 'faith interest',
  'p:of': `account accusation allegation announcement assessment backing chant critic criticism critique defense denunciation
    disclosure discussion endorsement favor footage interest mention message opinion perception rejection statement
    story support talk understanding view`,
  'p:on': `attack attention comment consensus criticism decision focus opinion position stance thought view`,
  'p:out': 'point',
  'p:over': 'criticism',
  'p:to': 'allegiance attention case opposition point reference support',
  'p:with': 'issue',
  quote: 'message statement',
  that: `accusation agreement assertion assumption assurance belief claim complaint concern confidence doubt estimate
    evidence fear idea note notion point show statement suggestion warning`,
  to: `attention call claim decision desire inclination plan pledge promise proposal refusal reluctance vow`,
  wh: 'cheer show',
};

/** Adjectives that attribute after a form of be, by what follows them. */
export const cueAdjectives: Readonly<Record<string, string>> = {
  clause: 'certain glad preferred',
  end: 'disappointed outraged',
  np: 'alleged articulated promising referenced supporting',
  'np-that': 'co-sponsored informed',
  'p:about': 'angry concerned hopeful nervous skeptical upbeat vocal',
  'p:at': 'angry revered',
  'p:by': 'disliked',
  'p:for': 'hungry',
  'p:in': 'confident guilty interested',
  'p:of': 'aware critical enamored proud sick skeptical supportive wary',
  'p:on': 'unified',
  'p:to': 'promising',
  'p:with': 'comfortable concerned pleased unhappy',
  that: 'adamant alleged aware concerned confident hopeful optimistic unaware',
  to: 'eager guilty happy promising willing',
};
