#!/bin/sh
# Make the disk image on macOS: make_dmg.sh dist/Bidfolio.app dist/bidfolio-0.1.0-macos-arm64.dmg
# Signs when SIGNING_IDENTITY is set, notarises when NOTARY_PROFILE is (xcrun notarytool store-credentials).
set -eu
app=$1
image=$2
here=$(cd "$(dirname "$0")" && pwd)
if [ -n "${SIGNING_IDENTITY:-}" ]; then
    # From the inside out: each library and program, then the bundle.
    find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' -o -perm -u+x \) -print0 |
        xargs -0 codesign --force --timestamp --options runtime \
            --entitlements "$here/entitlements.plist" --sign "$SIGNING_IDENTITY"
    codesign --force --timestamp --options runtime \
        --entitlements "$here/entitlements.plist" --sign "$SIGNING_IDENTITY" "$app"
    codesign --verify --deep --strict "$app"
fi
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -volname Bidfolio -srcfolder "$stage" -fs HFS+ -format UDZO -ov "$image"
if [ -n "${SIGNING_IDENTITY:-}" ]; then
    codesign --timestamp --sign "$SIGNING_IDENTITY" "$image"
fi
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
