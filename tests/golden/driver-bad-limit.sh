# the stage says what is wrong, the driver which stage
. "$GOLDEN/tiny-models"
rassegna -n x ponte.txt
