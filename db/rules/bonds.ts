/** Sets that grow together: what has been joined, directly or not, has one root. */
export interface Bonds<Member> {
  rootOf(member: Member): Member;
  join(one: Member, other: Member): void;
}

export function createBonds<Member>(): Bonds<Member> {
  const parents = new Map<Member, Member>();
  const rootOf = (member: Member): Member => {
    let root = member;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) {
      const above = parents.get(up);
      if (above !== undefined) parents.set(root, above);
      root = up;
    }
    return root;
  };
  return {
    rootOf,
    join(one, other) {
      const [a, b] = [rootOf(one), rootOf(other)];
      if (a !== b) parents.set(a, b);
    },
  };
}
