/// <reference types="astro/client" />

interface ImportMetaEnv {
  /** What this deployment is called; see `nameDeployment`. */
  readonly DEPLOYMENT: string;
  /** The language of the interface. */
  readonly ONLY: 'zh' | 'en';
}

declare namespace App {
  interface Locals {
    /** The plan that a guide speaks of, for its components. */
    plan?: string;
  }
}
