# `nix run`, `nix profile install`. `npm run packaging` fills in the address and the checksum of a release.
{
  description = "Reader of essays for the terminal, with each footnote where it is cited";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs = { self, nixpkgs }:
    let
      systems = [ "x86_64-linux" "aarch64-linux" "x86_64-darwin" "aarch64-darwin" ];
      each = nixpkgs.lib.genAttrs systems;
    in
    {
      packages = each (system:
        let pkgs = nixpkgs.legacyPackages.${system}; in
        {
          default = pkgs.stdenvNoCC.mkDerivation {
            pname = "ibid";
            version = "{{version}}";
            src = pkgs.fetchurl {
              url = "{{url}}";
              sha256 = "{{sha256}}";
            };
            nativeBuildInputs = [ pkgs.makeWrapper pkgs.installShellFiles pkgs.nodejs ];
            sourceRoot = "package";
            dontBuild = true;
            # The package has no dependencies: everything is bundled in dist.
            installPhase = ''
              mkdir -p $out/lib/ibid
              cp -r . $out/lib/ibid
              makeWrapper ${pkgs.nodejs}/bin/node $out/bin/ibid --add-flags $out/lib/ibid/dist/ibid.js
              installManPage dist/ibid.1
              for shell in bash zsh fish; do
                HOME=$TMPDIR $out/bin/ibid completion $shell > ibid.$shell
              done
              installShellCompletion ibid.bash ibid.zsh ibid.fish
            '';
            meta = {
              homepage = "{{homepage}}";
              license = pkgs.lib.licenses.mit;
              mainProgram = "ibid";
            };
          };
        });
    };
}
