/** A heading that says whose words the paragraphs under it are. */
export const speechHeading =
  /^(?:Statement|Speech|Remarks|Address|Testimony|Letter|Evidence|Lecture)(?: delivered| made| given| written)? (?:by|from|of) (?<who>[^,:]{3,80}?)(?= (?:to|at|before|on|in|for)\b|[,:]|$)/du;
