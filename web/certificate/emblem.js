// The portal's sign as path data on a 512 × 512 ground: the same paths as in assets/icon.svg (a test compares them).

export const bubble = 'M152 92 H360 A68 68 0 0 1 428 160 V284 A68 68 0 0 1 360 352 H262 L172 430 Q158 440 158 422 V352 H152 A68 68 0 0 1 84 284 V160 A68 68 0 0 1 152 92 Z';
export const board = 'M256 140 L384 198 L256 256 L128 198 Z';
export const cap = 'M182 242 L256 276 L330 242 V284 Q330 296 318 301 Q256 326 194 301 Q182 296 182 284 Z';
export const tassel = 'M374 204 V262';
export const tasselEnd = 'M374 254 A20 20 0 0 1 394 274 V302 H354 V274 A20 20 0 0 1 374 254 Z';
