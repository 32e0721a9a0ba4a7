/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The plan that a guide speaks of, for its components. */
    plan?: string;
  }
}
