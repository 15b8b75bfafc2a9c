/** A setting whose value is not one of those allowed. */
export class SettingRefused extends Error {
  readonly code = 'SETTING_REFUSED';
  /** As it was given: `PORT` in the environment, `--port` on the command line. */
  readonly setting: string;
  readonly value: string;
  readonly allowed: string;

  constructor(facts: { setting: string; value: string; allowed: string }) {
    super(`${facts.setting} is ${JSON.stringify(facts.value)}; allowed is ${facts.allowed}.`);
    this.name = 'SettingRefused';
    this.setting = facts.setting;
    this.value = facts.value;
    this.allowed = facts.allowed;
  }
}
